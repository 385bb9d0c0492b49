/** The same piece in other languages. */
import { site } from '#site';
import type { PublishedArticle } from '#model/article';
import { directionOf, nameOfLanguage } from '#model/language';

type TranslationsProps = {
  /** Address of the article whose page this is. */
  readonly current: string;
  /** All versions, this one among them. */
  readonly versions: readonly PublishedArticle[];
};

/** Each language by its own name, for those who read it; nothing where there is one version only. */
export function Translations({ current, versions }: TranslationsProps) {
  const others = versions.filter(({ address }) => address !== current);
  if (others.length === 0) return null;
  return (
    <p className="meta">
      {'Also in '}
      {others.map(({ address, lang = site.locale }, place) => (
        <span key={address} className={place > 0 ? 'sep' : undefined}>
          <a href={address} hrefLang={lang} lang={lang} dir={directionOf(lang)} rel="alternate">
            {nameOfLanguage(lang)}
          </a>
        </span>
      ))}
    </p>
  );
}
