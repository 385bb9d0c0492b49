/** Where a film that another site keeps can be seen. */
import type { Video } from '#model/people';

/** The page of the film for people, and the name of the site; `undefined` for films of our own. */
export const watchAddress = ({
  provider,
  id,
}: Pick<Video, 'provider' | 'id'>): { readonly href: string; readonly host: string } | undefined => {
  if (id === undefined) return undefined;
  switch (provider) {
    case 'youtube':
      return { href: `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`, host: 'YouTube' };
    case 'vimeo':
      return { href: `https://vimeo.com/${encodeURIComponent(id)}`, host: 'Vimeo' };
    case 'file':
      return undefined;
  }
};
