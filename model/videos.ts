/** How videos are addressed and how their length is printed. */
import type { Address } from '#model/article';

/** A video's place on the page of all videos: `/videos#muybridge-cat-in-motion`. */
export const videoAddress = (slug: string, page = 1): Address =>
  `${page > 1 ? `/videos/page/${page}` : '/videos'}#${slug}`;

const two = (n: number): string => String(n).padStart(2, '0');

/** Seconds as a clock: "0:07", "1:04", "1:00:05". */
export const formatLength = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};
