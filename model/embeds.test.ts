/** Whose pages may be embedded, and where they open. */
import { expect, test } from 'vitest';
import { embedTarget } from '#model/embeds';

test.each([
  [
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3',
    'YouTube',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
  ],
  [
    'https://youtu.be/aqz-KE-bpKQ',
    'YouTube',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
  ],
  [
    'https://player.vimeo.com/video/76979871?h=1',
    'Vimeo',
    'https://vimeo.com/76979871',
    'https://player.vimeo.com/video/76979871?dnt=1',
  ],
  ['https://x.com/a/status/12', 'X', 'https://x.com/a/status/12', undefined],
  ['https://bsky.app/profile/a.example/post/b', 'Bluesky', 'https://bsky.app/profile/a.example/post/b', undefined],
  [
    'https://open.spotify.com/track/abc',
    'Spotify',
    'https://open.spotify.com/track/abc',
    'https://open.spotify.com/embed/track/abc',
  ],
  [
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1',
    'Facebook',
    'https://www.facebook.com/a/posts/1',
    undefined,
  ],
  [
    'https://datawrapper.dwcdn.net/AbCdE/1/',
    'Datawrapper',
    'https://datawrapper.dwcdn.net/AbCdE/1/',
    'https://datawrapper.dwcdn.net/AbCdE/1/',
  ],
])('%s is of %s', (url, name, page, player) => {
  const target = embedTarget(url);
  expect([target?.provider.name, target?.page, target?.player]).toEqual([name, page, player]);
});

test.each([
  'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
  'https://evil-youtube.com/watch?v=aqz-KE-bpKQ',
  'https://evil.example/https://www.youtube.com/',
  'https://www.youtube.com@evil.example/',
  'https://user@www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ',
  'https://www.youtube.com./watch?v=aqz-KE-bpKQ',
  'javascript:alert(1)//www.youtube.com',
  '//www.youtube.com/watch?v=aqz-KE-bpKQ',
  'www.youtube.com',
  '',
])('%j is of no listed provider', (url) => {
  expect(embedTarget(url)).toBeUndefined();
});
