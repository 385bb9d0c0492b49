/** For tests of bodies in words: what surrounds a body, with the signs in it that the format under test must escape. */
import type { PlainMaterial } from '#archive/body/plainBody';

/** Words that hold such signs. */
export type MaterialWords = { readonly alt: string; readonly caption: string; readonly cell: string };

/** A picture, a table and a film by any name; pictures whose name says "gone" are not there. */
export const materialWith = (words: MaterialWords): PlainMaterial => ({
  absolute: (path) => `https://courier.example${path}`,
  address: '/2026/10/15/harbour-bridge-reopens',
  isPublic: (address) => !address.includes('embargoed'),
  picture: (file) =>
    file.includes('gone')
      ? undefined
      : {
          src: `https://courier.example/pictures/${file}`,
          width: 1200,
          height: 800,
          alt: words.alt,
          caption: words.caption,
          credit: 'Grace Achieng',
        },
  asset: (file) => ({
    href: `https://courier.example/files/${file}`,
    rows: [
      ['year', 'n'],
      ['1937', words.cell],
    ],
  }),
  video: (id) => ({ title: `Video ${id}`, href: `https://courier.example/videos#${id}` }),
});
