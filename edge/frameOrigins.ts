/** Whose players may stand in a frame of ours once a reader taps: the origins to which `model/embeds.ts` leads frames. */

/** For the `frame-src` of every page. */
export const frameOrigins: readonly string[] = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://open.spotify.com',
  'https://w.soundcloud.com',
  'https://datawrapper.dwcdn.net',
  'https://flo.uri.sh',
  'https://www.openstreetmap.org',
];
