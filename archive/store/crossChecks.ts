/** Problems that no file shows by itself: two claims on one address, a picture without facts, an entry beside no live article. */
import type { Database } from '#archive/database';
import { referencesOf, type PlacedReference } from '#archive/store/records';
import { knownAddress } from '#model/addresses';
import { plainOldAddress } from '#model/oldAddress';
import type { Finding } from '#model/problem';

/** The file that keeps an address: a living address before any alias, then the older publication, then the name. */
const ownerOf = (db: Database, address: string): { file: string; how: string } | undefined =>
  db.one(`select file, how from claim where address = ? order by how = 'alias', published_at, file limit 1`, address);

const entityOf = (db: Database, kind: string, slug: string): string | undefined =>
  db.one<{ file: string }>('select file from entity where kind = ? and slug = ?', kind, slug)?.file;

/** The page of a section, an author, a tag, a series or about the paper that has an address; how it is called in words. */
export const pageAt = (db: Database, address: string): string | undefined => {
  const known = address.includes('?') ? undefined : knownAddress(address);
  if (known?.kind === 'about')
    return known.slug === undefined ? 'the page about the paper' : entityOf(db, 'page', known.slug);
  if (known?.kind === 'feed') return 'a feed';
  if (known?.kind !== 'member') return undefined;
  if (known.list !== 'tag') return entityOf(db, known.list, known.slug);
  const used = db.one<{ one: number }>(
    "select 1 as one from article_listed where list = 'tag' and name = ? limit 1",
    known.slug,
  );
  return used && `the tag ${known.slug}`;
};

/** The address of a page that a file of its own makes; articles and tags have none here. */
const pageAddressOf = (file: string): string | undefined => {
  const [, folder = '', slug = ''] = /^(categories|authors|series|pages)\/(.+)\.mdx$/.exec(file) ?? [];
  const first = { categories: 'category', authors: 'author', series: 'series', pages: 'about' }[folder];
  return first && `/${first}/${slug}`;
};

const claimProblems = (db: Database, file: string, references: readonly PlacedReference[]): Finding[] => {
  const claims = db.all<{ address: string; how: string }>('select address, how from claim where file = ?', file);
  return claims.flatMap(({ address, how }): Finding[] => {
    const page = how === 'alias' ? pageAt(db, address) : undefined;
    const owner = page === undefined ? ownerOf(db, address) : { file: page, how: 'address' };
    if (!owner || owner.file === file) return [];
    const place = references.find(({ what, target }) => what === 'alias' && plainOldAddress(target) === address);
    const { line = 1, column = 1, field = 'file' } = (how === 'alias' ? place : undefined) ?? {};
    const holds = owner.how === 'address' ? 'is the address of' : 'is already an alias of';
    return [
      {
        file,
        line,
        column,
        field,
        message: `${address} ${holds} ${owner.file}.`,
        fix: how === 'alias' ? 'Take this alias out, or out of the other file.' : 'Give this file another name.',
      },
    ];
  });
};

/** The first candidate path is what readers of files write down; the others follow from it. */
const factsExist = (db: Database, picture: string): boolean =>
  alternatives(picture).some(
    (path) => db.one('select 1 as one from document where file = ?', `${path}.yaml`) !== undefined,
  );

const pictureAt = (db: Database, path: string): boolean =>
  alternatives(path).some(
    (candidate) => db.one('select 1 as one from picture where file = ? and fault is null', candidate) !== undefined,
  );

/** Folders that documents lie in; what follows is the path as the editor wrote it. */
const documentFolder =
  /^(?:articles\/\d{4}\/\d\d\/\d\d\/(?:[^/]+\.updates\/)?|(?:authors|categories|pages|series|videos)\/)/;

/** Where a picture may lie whose first candidate is `path`: there, or under the same name in `media/`. */
export const alternatives = (path: string): readonly string[] =>
  documentFolder.test(path) ? [path, path.replace(documentFolder, 'media/')] : [path];

const inWords = { alt: 'a description (alt)', credit: 'a credit', licence: 'a licence' } as const;

const pictureProblems = (db: Database, file: string, references: readonly PlacedReference[]): Finding[] =>
  references.flatMap(({ what, target, needs, line, column, field }): Finding[] => {
    // A picture that is not there, or is broken, holds no story up: it is a note, and the article goes out without it.
    if (what !== 'picture' || !needs || !pictureAt(db, target) || factsExist(db, target)) return [];
    const missing = needs.split(' ').map((need) => (need in inWords ? inWords[need as keyof typeof inWords] : need));
    const name = target.slice(target.lastIndexOf('/') + 1);
    return [
      {
        file,
        line,
        column,
        field,
        message: `"${name}" has nowhere ${missing.join(' and ')}.`,
        fix: `Write alt, credit and licence into ${name}.yaml beside the picture.`,
      },
    ];
  });

const saysDecorative = (db: Database, picture: string): boolean =>
  alternatives(picture).some(
    (path) =>
      db.one(
        "select 1 as one from entity where kind = 'photo-facts' and slug = ? and json_extract(data, '$.alt') = ''",
        path,
      ) !== undefined,
  );

/** What a lead photo shows is told wherever the piece is shared: its own facts may not call it decorative either. */
const leadProblems = (db: Database, file: string, references: readonly PlacedReference[]): Finding[] =>
  references.flatMap(({ what, target, needs, line, column, field }): Finding[] => {
    const asks = what === 'picture' && field.startsWith('leadImage') && needs?.split(' ').includes('alt');
    if (!asks || !pictureAt(db, target) || !saysDecorative(db, target)) return [];
    const name = target.slice(target.lastIndexOf('/') + 1);
    const message = `is decorative by its own facts (alt: "" in ${name}.yaml); a lead photo never is.`;
    return [
      { file, line, column, field, message, fix: 'Say what the picture shows, there or here as  leadImage.alt.' },
    ];
  });

type Coverage = { readonly kind: string; readonly end: number | null };

/** Why an entry may not stand where it is: beside no article, beside one that is not live, or after its coverage. */
const entryFault = (db: Database, target: string, at: number | null): { message: string; fix: string } | undefined => {
  const beside = `articles${target}.mdx`;
  const known = db.one<Coverage>(
    "select kind, json_extract(data, '$.coverage.end') as end from article where address = ?",
    target,
  );
  if (!known) {
    // An article that is there and cannot be read may well be live: its own problems come first.
    const unread = db.one('select 1 as one from document where file = ?', beside) !== undefined;
    const message = `stands beside no article: ${beside} is not there.`;
    return unread ? undefined : { message, fix: 'Move the folder beside its live article.' };
  }
  if (known.kind !== 'live') {
    const fix = 'Write  kind: live  and  coverage:  into the article, or move this file away.';
    return { message: `stands beside ${beside}, which is not live.`, fix };
  }
  if (known.end === null || at === null || at <= known.end) return undefined;
  return {
    message: `is dated after the coverage of ${beside} ended.`,
    fix: 'Write an earlier moment, or a later  coverage.end.',
  };
};

const entryProblems = (db: Database, file: string, references: readonly PlacedReference[]): Finding[] =>
  references.flatMap(({ what, target, line, column, at }): Finding[] => {
    const fault = what === 'article' ? entryFault(db, target, at) : undefined;
    return fault ? [{ file, line, column, field: 'file', ...fault }] : [];
  });

const videoProblems = (db: Database, file: string, references: readonly PlacedReference[]): Finding[] => {
  if (!file.startsWith('videos/')) return [];
  return references.flatMap(({ what, target, line, column, field }): Finding[] => {
    const there = what !== 'asset' || field !== 'src' || assetAt(db, target);
    return there
      ? []
      : [
          {
            file,
            line,
            column,
            field,
            message: `"${target}" is not there.`,
            fix: 'Put the film into content/media, or correct its name.',
          },
        ];
  });
};

/** Whether a file of sound, film or paper lies at a path or under its name in `media/`. */
export const assetAt = (db: Database, path: string): boolean =>
  alternatives(path).some((candidate) => db.one('select 1 as one from asset where file = ?', candidate) !== undefined);

/** Every problem that a file has with the rest of the newsroom. */
export const crossProblems = (db: Database, file: string): Finding[] => {
  const references = referencesOf(db, file);
  return [
    ...claimProblems(db, file, references),
    ...pictureProblems(db, file, references),
    ...leadProblems(db, file, references),
    ...entryProblems(db, file, references),
    ...videoProblems(db, file, references),
  ];
};

/** Whether a document can have such problems at all beyond its own address: if not, it is stored as it comes. */
export const mayCross = (
  references: readonly { readonly what: string; readonly needs?: readonly string[] }[],
): boolean =>
  references.some(
    ({ what, needs }) =>
      what === 'alias' || what === 'article' || what === 'asset' || (what === 'picture' && (needs?.length ?? 0) > 0),
  );

/** Files whose problems may change when `file` changes: those that point at it or claim what it claims. */
export const neighboursOf = (db: Database, file: string): string[] => {
  const rows = (sql: string, ...values: string[]): string[] =>
    db.all<{ file: string }>(sql, ...values).map((row) => row.file);
  const shared = rows(
    'select distinct other.file from claim mine join claim other on other.address = mine.address where mine.file = ?',
    file,
  );
  if (file.startsWith('articles/') && file.endsWith('.mdx')) {
    return [
      ...shared,
      ...rows(
        "select file from reference where what = 'article' and target = ?",
        file.slice('articles'.length, -'.mdx'.length),
      ),
    ];
  }
  const page = pageAddressOf(file);
  if (page !== undefined) return [...shared, ...rows('select file from claim where address = ?', page)];
  const media = file.replace(/\.yaml$/, '');
  const name = media.slice(media.lastIndexOf('/') + 1);
  const pointing = rows(
    "select distinct file from reference where what in ('picture', 'asset') and (target = ? or target like '%/' || ?)",
    media,
    name,
  );
  return [...shared, ...pointing];
};
