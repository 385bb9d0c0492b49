/** What is told by form alone is what the rules of addresses say. */
import { expect, test } from 'vitest';
import { readAddress } from '#edge/address';
import { articleAt, articleOfCard, isPlain } from '#mirror/articleAddress';

const addresses = [
  '/',
  '/2026/10',
  '/2026/10/15',
  '/2026/10/15/bridge',
  '/2026/10/15/bridge.md',
  '/2026/10/15/g%C4%A9k%C5%A9y%C5%A9.md',
  '/category/science/page/2',
  '/category/science/feed.xml',
  '/cards/5233bed34185978d/2026/10/15/bridge.png',
  '/.well-known/security.txt',
];

test.each(addresses)('the article at %s is the one that its known address names', (address) => {
  const known = readAddress(address)?.known;
  expect(articleAt(address)).toBe(known?.kind === 'article' ? known.address : undefined);
});

test('the article of a card is told, whatever letters its name has', () => {
  expect(articleOfCard('/cards/5233bed34185978d/2026/10/15/bridge.png')).toBe('/2026/10/15/bridge');
  expect(articleOfCard('/cards/5233bed34185978d/2026/10/15/g%C4%A9k%C5%A9y%C5%A9.png')).toBe('/2026/10/15/gĩkũyũ');
  expect(articleOfCard('/2026/10/15/bridge')).toBeUndefined();
});

test.each([...addresses, '/2026/10/15/gĩkũyũ', '/Category/Science', '/a//b', '/a b', '/tag/a&b'])(
  'where %s is called plain, it is in its one form',
  (address) => {
    if (isPlain(address)) expect(readAddress(encodeURI(address))?.path).toBe(address);
  },
);

test('the addresses of most articles and lists are plain', () => {
  expect(['/2026/10/15/bridge', '/category/science', '/feed.xml'].every(isPlain)).toBe(true);
});
