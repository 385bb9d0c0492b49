/** An opinion on the front: the name first, then what is argued, beside it the face or its initials. */
import { Kicker } from '#components/Kicker';
import { Portrait } from '#components/Portrait';
import { Headline } from '#components/teaser/Headline';
import type { PublishedArticle } from '#model/article';
import { voiceKickerFor } from '#model/kicker';
import type { Author } from '#model/people';
import type { Photo } from '#model/photo';

/** What the band knows of a writer. */
export type Writer = { readonly type: Author['type']; readonly photo?: Photo };

type VoiceProps = {
  readonly article: PublishedArticle;
  /** The first author, where there is a file of that name. A desk or an agency has no face and no initials. */
  readonly writer?: Writer | undefined;
};

/** One voice of the opinion band. */
export function Voice({ article, writer }: VoiceProps) {
  const [first] = article.authors;
  const face = first && (writer?.type ?? 'person') === 'person' ? first : undefined;
  return (
    <article className={face ? 'teaser voice' : 'teaser'} lang={article.lang}>
      <div>
        <Kicker kicker={voiceKickerFor(article)} />
        <Headline
          text={article.shortHeadline ?? article.headline}
          href={article.address}
          level={3}
          size="voice"
          argues
        />
        {article.standfirst && <p className="standfirst text-item">{article.standfirst}</p>}
      </div>
      {face && <Portrait name={face.name} photo={writer?.photo} sizes="4.5rem" />}
    </article>
  );
}
