/** Entries of a live article, hanging on a rail of times. */
import { ArticleBody } from '#components/body/ArticleBody';
import { formatDayShort, formatMoment, formatTime, isoMoment } from '#model/dates';
import type { BodyMaterial } from '#model/material';
import { inSentence } from '#model/names';
import type { LiveEntry } from '#model/people';
import type { Site } from '#model/site';

/** An entry with what its body may show and who wrote it. */
export type DrawnEntry = LiveEntry & { readonly material: BodyMaterial; readonly names: readonly string[] };

type LiveEntriesProps = {
  readonly site: Site;
  /** In the order in which they are shown: pinned ones first, then newest first. */
  readonly entries: readonly DrawnEntry[];
  /** Language of their words. */
  readonly lang: string;
};

/** All entries; each has its own address, the fragment of its name. */
export function LiveEntries({ site, entries, lang }: LiveEntriesProps) {
  return entries.map((entry) => (
    <Entry
      key={entry.slug}
      site={site}
      entry={entry}
      lang={lang}
      corrected={entries.find(({ slug }) => slug === entry.correctionOf)}
    />
  ));
}

type EntryProps = {
  readonly site: Site;
  readonly entry: DrawnEntry;
  readonly lang: string;
  /** The entry that this one corrects. */
  readonly corrected: DrawnEntry | undefined;
};

function Entry({ site, entry, lang, corrected }: EntryProps) {
  const { slug, at, headline, key, pinned, body, material, names } = entry;
  return (
    <article className={`entry ${key ? 'entry-key' : ''}`} id={slug}>
      <p className="entry-time">
        <time dateTime={isoMoment(at, site)}>{formatTime(at, site)}</time>
        <span>
          <paper-ago at={isoMoment(at, site)} title={formatMoment(at, site)}>
            {formatDayShort(at, site)}
          </paper-ago>
        </span>
        {pinned && <span className="font-semibold">Pinned</span>}
      </p>
      <h2 className="headline">
        <a href={`#${slug}`}>{headline}</a>
      </h2>
      {corrected && (
        <p className="meta">
          Corrects <a href={`#${corrected.slug}`}>{corrected.headline}</a>
        </p>
      )}
      <div className="prose">
        <ArticleBody tree={body.tree} material={material} lang={lang} />
      </div>
      {names.length > 0 && <p className="meta mt-2">{inSentence(names)}</p>}
    </article>
  );
}

/** The moments that matter, for those who come late; nothing where none is marked. */
export function KeyMoments({ site, entries }: Omit<LiveEntriesProps, 'lang'>) {
  const marked = entries.filter(({ key }) => key).toSorted((a, b) => b.at - a.at);
  if (marked.length === 0) return null;
  return (
    <aside className="summary" aria-labelledby="key-moments">
      <h2 id="key-moments">Key moments</h2>
      <ol className="list timed" role="list">
        {marked.map(({ slug, at, headline }) => (
          <li key={slug}>
            <time dateTime={isoMoment(at, site)}>{formatTime(at, site)}</time>
            <a href={`#${slug}`}>{headline}</a>
          </li>
        ))}
      </ol>
    </aside>
  );
}
