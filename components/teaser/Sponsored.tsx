/** A piece somebody paid for: it looks like no other teaser, and says first who paid. */
import type { PublishedArticle } from '#model/article';
import { labelOf } from '#model/kicker';

type SponsoredProps = { readonly article: PublishedArticle; readonly level: 2 | 3 };

/** On buff, in the sans, without picture, kicker colour or date. */
export function Sponsored({ article, level }: SponsoredProps) {
  const Tag = `h${level}` as const;
  return (
    <article className="teaser on-buff border-t-[3px] border-rule-2 p-4 font-sans">
      <p className="mb-1 text-label font-semibold text-ink-2">{labelOf(article)}</p>
      <Tag className="headline text-[1.125rem] leading-[1.3] font-semibold">
        <a href={article.address} rel="sponsored">
          {article.shortHeadline ?? article.headline}
        </a>
      </Tag>
    </article>
  );
}
