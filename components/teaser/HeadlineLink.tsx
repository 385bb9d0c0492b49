/** A headline that stands alone in a list, with what a reader must know before following it. */
import type { PublishedArticle } from '#model/article';
import { labelOf } from '#model/kicker';

type HeadlineLinkProps = {
  readonly article: Pick<
    PublishedArticle,
    'address' | 'headline' | 'shortHeadline' | 'lang' | 'kind' | 'sponsor' | 'ai'
  >;
  readonly className?: string;
  /** The headline of the page itself, where there is room for it. */
  readonly whole?: boolean;
};

/** The label stands before the link, not in it: what a link says is the headline and nothing else. */
export function HeadlineLink({ article, className, whole = false }: HeadlineLinkProps) {
  const { address, headline, shortHeadline, lang, kind } = article;
  const label = labelOf(article);
  const link = (
    <a className={className} href={address} lang={lang} rel={kind === 'sponsored' ? 'sponsored' : undefined}>
      {whole ? headline : (shortHeadline ?? headline)}
    </a>
  );
  if (!label) return link;
  return (
    <div>
      <span className="told">{label}</span>
      {link}
    </div>
  );
}
