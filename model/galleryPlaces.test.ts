import { expect, test } from 'vitest';
import { galleryPlaces } from '#model/galleryPlaces';

const lying = { photo: { width: 1500, height: 1000 }, wide: false };
const upright = { photo: { width: 800, height: 1000 }, wide: false };

const desks = (...pictures: Parameters<typeof galleryPlaces>[0]) => galleryPlaces(pictures).map(({ desk }) => desk);
const phones = (...pictures: Parameters<typeof galleryPlaces>[0]) => galleryPlaces(pictures).map(({ phone }) => phone);

test('large stands beside small and changes sides', () => {
  expect(desks(lying, upright, upright, lying)).toEqual(['large', 'small', 'small', 'large']);
  expect(desks(lying, lying, lying, lying)).toEqual(['large', 'small', 'small', 'large']);
});

test('a pair of uprights is two equal halves', () => {
  expect(galleryPlaces([upright, upright])).toEqual([
    { desk: 'half', phone: 'half', crop: 'upright' },
    { desk: 'half', phone: 'half', crop: 'upright' },
  ]);
});

test('what the editor wants wide is the large one of its row', () => {
  expect(desks({ ...upright, wide: true }, upright)).toEqual(['large', 'small']);
  expect(desks(upright, { ...upright, wide: true })).toEqual(['small', 'large']);
});

test('what is left over has a row of its own and is shown whole', () => {
  expect(desks(lying, upright, lying)).toEqual(['large', 'small', 'all']);
  expect(galleryPlaces([lying])[0]?.crop).toBe('natural');
});

test('an upright alone in its row is cut, or it would fill the screen', () => {
  expect(galleryPlaces([upright])[0]).toEqual({ desk: 'all', phone: 'all', crop: 'news' });
});

test('on a telephone no picture leaves half a row empty', () => {
  expect(phones(lying, upright, upright, lying)).toEqual(['all', 'half', 'half', 'all']);
  expect(phones(lying, upright, lying, upright)).toEqual(['all', 'all', 'all', 'all']);
  expect(phones(upright, upright, upright, lying)).toEqual(['half', 'half', 'all', 'all']);
});

test('an empty gallery has no places', () => {
  expect(galleryPlaces([])).toEqual([]);
});
