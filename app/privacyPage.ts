/** The page that says what the paper keeps of its readers, for everything that asks them for something. */
import type { Address } from '#model/article';
import { archive } from './paper';

/** Its address; `undefined` where the publication has not written it. */
export const privacyPage = (): Address | undefined =>
  archive.aboutPages().some(({ slug }) => slug === 'privacy') ? '/about/privacy' : undefined;
