/** Where a film that another site keeps can be seen. */
import type { Video } from '#model/people';

/** A film at another site. */
export type WatchPlace = {
  /** Its page, for people. */
  readonly href: string;
  /** What a frame of ours shows once a reader has tapped: it begins to play. */
  readonly player: string;
  /** Name of the site. */
  readonly host: string;
};

/** Page, player and site of a film; `undefined` for films of our own. */
export const watchAddress = ({ provider, id }: Pick<Video, 'provider' | 'id'>): WatchPlace | undefined => {
  if (id === undefined) return undefined;
  const name = encodeURIComponent(id);
  switch (provider) {
    case 'youtube':
      return {
        href: `https://www.youtube.com/watch?v=${name}`,
        player: `https://www.youtube-nocookie.com/embed/${name}?autoplay=1&playsinline=1`,
        host: 'YouTube',
      };
    case 'vimeo':
      return {
        href: `https://vimeo.com/${name}`,
        player: `https://player.vimeo.com/video/${name}?autoplay=1&dnt=1`,
        host: 'Vimeo',
      };
    case 'file':
      return undefined;
  }
};
