/** How videos are addressed and how their length is printed. */
import type { Address } from '#model/article';
import type { Video } from '#model/people';

/** A video's place on the page of all videos: `/videos#muybridge-cat-in-motion`. */
export const videoAddress = (slug: string, page = 1): Address =>
  `${page > 1 ? `/videos/page/${page}` : '/videos'}#${slug}`;

/** The provider's own player of a film, for machines; a film of ours has none. */
export const playerAddress = ({ provider, id }: Pick<Video, 'provider' | 'id'>): string | undefined => {
  if (id === undefined) return undefined;
  if (provider === 'youtube') return `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`;
  return provider === 'vimeo' ? `https://player.vimeo.com/video/${encodeURIComponent(id)}` : undefined;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as a clock: "0:07", "1:04", "1:00:05". */
export const formatLength = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};
