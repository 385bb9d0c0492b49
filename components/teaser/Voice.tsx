/** An opinion on the front: the name first, then what is argued, beside it the face or its initials. */
import { Portrait } from '#components/Portrait';
import { Headline } from '#components/teaser/Headline';
import type { PublishedArticle } from '#model/article';
import { inSentence } from '#model/names';
import type { Photo } from '#model/photo';

type VoiceProps = {
  readonly article: PublishedArticle;
  /** Portrait of the first author, where there is one. */
  readonly portrait?: Photo | undefined;
};

/** One voice of the opinion band. */
export function Voice({ article, portrait }: VoiceProps) {
  const [first] = article.authors;
  return (
    <article className="teaser grid grid-cols-[minmax(0,1fr)_min(4.5rem,24%)] items-start gap-3" lang={article.lang}>
      <div>
        <p className="kicker mb-[.15em]">{inSentence(article.authors.map(({ name }) => name))}</p>
        <Headline
          text={article.shortHeadline ?? article.headline}
          href={article.address}
          level={3}
          size="voice"
          argues
        />
        {article.standfirst && <p className="standfirst text-item">{article.standfirst}</p>}
      </div>
      {first && <Portrait name={first.name} photo={portrait} sizes="4.5rem" />}
    </article>
  );
}
