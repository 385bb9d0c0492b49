import { expect, test } from 'vitest';
import { createRoom, fileFor } from '#mirror/places';

const html = 'text/html; charset=utf-8';

test.each([
  ['/', html, 'index.html', 'index.html'],
  ['/2026/10/15/bridge', html, '2026/10/15/bridge/index.html', '2026/10/15/bridge.html'],
  ['/2026/10/15/bridge.md', 'text/markdown', '2026/10/15/bridge.md', '2026/10/15/bridge.md'],
  ['/2026/09/25/wanjirũ', html, '2026/09/25/wanjirũ/index.html', '2026/09/25/wanjirũ.html'],
  ['/feed.xml', 'application/rss+xml', 'feed.xml', 'feed.xml'],
  ['/old/page.html', html, 'old/page.html', 'old/page.html'],
  ['/.well-known/security.txt', 'text/plain', '.well-known/security.txt', '.well-known/security.txt'],
])('%s has a place that every file server finds', (address, type, folder, flat) => {
  expect([fileFor({ address }, type, 'folder'), fileFor({ address }, type, 'html')]).toEqual([folder, flat]);
});

test.each(['/../x', '/a/../../x', '/a\\..\\x', '/a\u0000', '/.mirror/ledger.jsonl', '/.', `/${'ŋ'.repeat(200)}`])(
  'no address leads out of the folder, into the notes or to a name that no disk takes: %j',
  (address) => expect(fileFor({ address }, 'text/plain', 'folder')).toBeUndefined(),
);

test('two addresses never share a file, also where capitals are the same', () => {
  const room = createRoom();
  expect(room.take('a/Bridge.xml', '/a/Bridge.xml')).toBeUndefined();
  expect(room.take('a/bridge.xml', '/a/bridge.xml')).toContain('/a/Bridge.xml');
  expect(room.take('a', '/a')).toContain('folder');
  expect(room.take('a/bridge.xml/page', '/x')).toContain('no folder');
  room.leave('a/Bridge.xml');
  expect(room.take('a', '/a')).toBeUndefined();
});
