/** What changes in the front matter of an article that moves: its old addresses, its day, its category. */
import type { Reading } from '#archive/reading';
import { formatMoment } from '#model/dates';
import { plainOldAddress } from '#model/oldAddress';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import type { Destination } from '#newsroom/move/destination';
import { edited, type Edit } from '#newsroom/move/edits';
import {
  aliasEdits,
  aliasesAfter,
  frontMatterOf,
  setField,
  type AliasChange,
  type FrontMatter,
} from '#newsroom/move/frontMatter';
import { momentIn, onDay } from '#newsroom/move/newDay';
import { addressOfFile } from '#newsroom/move/whichArticle';
import { readAs } from '#newsroom/newDesk';

/** Edits of the article's own file, and what is to be said of them. */
export type ArticleEdits = {
  readonly edits: readonly Edit[];
  readonly keepsAddress: boolean;
  readonly words: readonly string[];
};

const aliasesIn = ({ references }: Reading): string[] =>
  references.filter(({ what }) => what === 'alias').map(({ to }) => to);

/** Whether readers may have seen the piece: a draft and an embargo have no address that anybody could know. */
const wasPublic = ({ value, takeDown }: Reading, place: CommandPlace): boolean => {
  if (value?.kind === 'article') return !value.article.draft && value.article.publishedAt <= place.now();
  return takeDown?.sign !== 'draft';
};

/** A value without its quotes, and the way to put another in their place. */
type WrittenValue = { readonly text: string; readonly as: (text: string) => Edit };

const writtenIn = (front: FrontMatter, span: { readonly from: number; readonly to: number }): WrittenValue => {
  const [, quote = '', text = ''] = /^(["']?)(.*)\1$/s.exec(front.text.slice(span.from, span.to)) ?? [];
  return { text, as: (instead) => ({ ...span, text: `${quote}${instead}${quote}` }) };
};

const dayEdits = (place: CommandPlace, was: Reading, day: string, written: WrittenValue) => {
  const { timeZone } = place.site;
  const moved = onDay(written.text, day, timeZone);
  if (moved === undefined) return { edits: [], words: [] };
  const [before, after, now] = [momentIn(written.text, timeZone), momentIn(moved, timeZone), place.now()];
  if (after === undefined)
    throw new CommandFault(
      `publishedAt would be ${moved}, which the clock skips or shows twice. Write publishedAt first.`,
    );
  const isPublic = wasPublic(was, place) && before !== undefined && before <= now;
  if (isPublic && after > now)
    throw new CommandFault(
      `Readers have this piece already; on ${day.replaceAll('/', '-')} it would be taken from them until then. Withdraw it, or take a day that has come.`,
    );
  const goesOut = before !== undefined && before > now && after <= now;
  const isDraft = was.value?.kind === 'article' && was.value.article.draft;
  return {
    edits: [written.as(moved)],
    words:
      goesOut && !isDraft
        ? [`It was to go out ${formatMoment(before, place.site)}, and goes out at once.`]
        : isPublic
          ? ['Readers have seen it with its old date: say so, if the day was part of the story.']
          : [],
  };
};

const addressWords = ({ from, to }: Destination, change: AliasChange): string[] =>
  from === to || change.add !== undefined
    ? []
    : [`${addressOfFile(from)} was never public and is forgotten; --alias keeps it all the same.`];

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Works the edits out and proves them with the site's own reader. Throws `CommandFault` where the file cannot be edited. */
export const articleEdits = (
  place: CommandPlace,
  destination: Destination,
  bytes: Buffer,
  options: { readonly alias: boolean },
): ArticleEdits => {
  const { from, to, day, category } = destination;
  const front = frontMatterOf(from, bytes);
  if (!front)
    throw new CommandFault(
      `The front matter of ${from} cannot be read. Mend it first: npm run check -- content/${from}`,
    );
  const was = readAs(place, from, bytes);
  const isPublic = wasPublic(was, place);
  const aliases = aliasesIn(was);
  const [old, address] = [addressOfFile(from), addressOfFile(to)];
  const back = aliases.find((alias) => plainOldAddress(alias) === address);
  const change: AliasChange =
    from === to
      ? {}
      : {
          ...(back !== undefined && { take: back }),
          ...((isPublic || options.alias) && { add: old }),
        };
  const publishedAt = front.field('publishedAt')?.value;
  const dated = publishedAt ? dayEdits(place, was, day, writtenIn(front, publishedAt)) : { edits: [], words: [] };
  const edits = [
    ...aliasEdits(front, aliases, change),
    ...(from === to ? [] : dated.edits),
    ...(category === undefined ? [] : [setField(front, 'category', category)]),
  ];
  const after = readAs(place, to, Buffer.from(edited(front.text, edits)));
  const isFiled =
    category === undefined || after.references.some(({ what, to: name }) => what === 'category' && name === category);
  if (!sameList(aliasesIn(after), aliasesAfter(aliases, change)) || !isFiled)
    throw new CommandFault(
      `The front matter of ${from} is written in a way that cannot be edited safely. Write  aliases: [${old}]  into it by hand, and move the file.`,
    );
  const words = [...addressWords(destination, change), ...(from === to ? [] : dated.words)];
  return { edits, keepsAddress: change.add !== undefined, words };
};
