import { expect, test } from 'vitest';
import { embedTarget } from '#model/embeds';
import { frameOrigins } from '#edge/frameOrigins';

const embeds = [
  'https://www.youtube.com/watch?v=abcdefghijk',
  'https://vimeo.com/123456789',
  'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
  'https://soundcloud.com/somebody/something',
  'https://datawrapper.dwcdn.net/abcde/1/',
  'https://flo.uri.sh/visualisation/123/embed',
  'https://www.openstreetmap.org/export/embed.html?bbox=36.7,-1.4,36.9,-1.2',
];

test('every player that an embed opens may stand in a frame, and nobody else may', () => {
  const players = embeds.map((url) => embedTarget(url)?.player);
  expect(players).not.toContain(undefined);
  const origins = players.map((player) => new URL(player ?? '').origin);
  expect([...new Set(origins)].sort()).toEqual([...frameOrigins].sort());
});
