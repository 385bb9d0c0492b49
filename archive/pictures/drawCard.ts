/** Draws the card of a shared link: nameplate, hairline, kicker and headline in the paper's own face, as a PNG. */
import { access } from 'node:fs/promises';
import { boundSharp } from '#archive/pictures/openImage';
import { cardSize, cutToCard, headlineBox, lineShare, type ShareCard, sizesToTry } from '#model/shareCard';

// The light colours of `app/styles/colour.css`: a preview has no dark mode.
const paper = '#fcfaf5';
const ink = '#17140f';
const accent = '#ad240b';
const rule = '#857a68';

const margin = 72;

type Drawn = { readonly bytes: Buffer; readonly width: number; readonly height: number };

/** Words may hold the signs of Pango's markup, and nothing that an editor writes is markup here. */
const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const drawWords = async (words: string, size: number, colour: string, fontfile: string): Promise<Drawn> => {
  const sharp = await boundSharp();
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" line_height="${String(lineShare)}">${escaped(words)}</span>`,
      fontfile,
      font: `Standfirst Serif Bold ${size}`,
      width: headlineBox.width,
      wrap: 'word-char',
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
};

const drawHeadline = async (headline: string, fontfile: string): Promise<Drawn> => {
  const words = cutToCard(headline);
  let drawn: Drawn | undefined;
  for (const size of sizesToTry(words)) {
    drawn = await drawWords(words, size, ink, fontfile);
    if (drawn.height <= headlineBox.height) return drawn;
  }
  // Only capitals at the end of the scale come here: reduced as a whole they stay legible.
  return drawn ? reduced(drawn) : drawWords(words, 32, ink, fontfile);
};

const reduced = async ({ bytes }: Drawn): Promise<Drawn> => {
  const sharp = await boundSharp();
  const { data, info } = await sharp(bytes)
    .resize(headlineBox.width, headlineBox.height, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
};

/** A name as large as asked, made smaller where it is too long for one line of the card. */
const oneLine = async (words: string, size: number, colour: string, fontfile: string): Promise<Drawn> => {
  const likely = Math.min(size, Math.floor(headlineBox.width / (0.62 * [...words].length)));
  return drawWords(words, Math.max(18, likely), colour, fontfile);
};

const line = async (height: number, colour: string): Promise<Buffer> => {
  const sharp = await boundSharp();
  return sharp({ create: { width: headlineBox.width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
};

type Layer = { readonly input: Buffer; readonly left: number; readonly top: number };

const withHeadline = async ({ name, kicker }: ShareCard, headline: string, font: string): Promise<Layer[]> => {
  const layers: Layer[] = [];
  if (name !== undefined) {
    const plate = await oneLine(name, 44, ink, font);
    layers.push({ input: plate.bytes, left: margin, top: Math.max(24, 96 - plate.height) });
  }
  layers.push({ input: await line(2, rule), left: margin, top: 118 });
  if (kicker !== undefined) {
    const label = await oneLine(kicker, 32, accent, font);
    layers.push({ input: label.bytes, left: margin, top: 152 });
  }
  const { bytes } = await drawHeadline(headline, font);
  return [...layers, { input: bytes, left: margin, top: 218 }];
};

const nameAlone = async (name: string, font: string): Promise<Layer[]> => {
  const { bytes, width, height } = await oneLine(name, 96, ink, font);
  const top = Math.round((cardSize.height - height) / 2);
  return [
    { input: await line(2, rule), left: margin, top: 118 },
    { input: bytes, left: Math.round((cardSize.width - width) / 2), top },
    { input: await line(2, rule), left: margin, top: cardSize.height - 120 },
  ];
};

/**
 * The finished PNG, exactly `cardSize`. `fontFile` is the face it is set in. Throws where that is missing: Pango would
 * quietly take another face, and every machine another one.
 */
export const drawCard = async (card: ShareCard, fontFile: string): Promise<Buffer> => {
  await access(fontFile).catch(() => {
    throw new Error(`No card can be drawn: ${fontFile} is missing. Put the file back from the repository.`);
  });
  const layers =
    card.headline === undefined
      ? await nameAlone(card.name ?? '', fontFile)
      : await withHeadline(card, card.headline, fontFile);
  const sharp = await boundSharp();
  return sharp({ create: { ...cardSize, channels: 3, background: paper } })
    .composite(layers)
    .png({ palette: true, colours: 64, effort: 7 })
    .toBuffer();
};
