/** Tones: the few colours that stand in a picture's place while it loads, one class each, so that no page needs inline styles. */

type Lab = readonly [number, number, number];

/** Lightness and chroma of each row in OKLCH: muted, so that sepia and haze find their tone and nothing flashes. */
const rows = [
  [0.25, 0.025],
  [0.42, 0.045],
  [0.6, 0.055],
  [0.77, 0.05],
  [0.92, 0.025],
] as const;
const hues = [25, 75, 120, 165, 215, 258, 315] as const;

// Constants of OKLab: https://bottosson.github.io/posts/oklab/
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const fromLinear = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

const labOf = (colour: string): Lab => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => toLinear(parseInt(colour.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const hexOf = ([lightness, a, b]: Lab): string => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = channels.map((v) => Math.round(255 * Math.min(1, Math.max(0, fromLinear(Math.max(0, v))))));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The colours themselves: greys and seven muted hues, each in five lightnesses. The place in the list is the class's number. */
export const tones: readonly string[] = rows.flatMap(([lightness, chroma]) => [
  hexOf([lightness, 0, 0]),
  ...hues.map((hue) => hexOf([lightness, chroma * Math.cos(radians(hue)), chroma * Math.sin(radians(hue))])),
]);

const labs = tones.map(labOf);

/** Class of the tone nearest to a colour (`#rrggbb`) as the eye sees it: `tone-17`. Anything else counts as black. */
export const toneFor = (colour: string): string => {
  const [l, a, b] = labOf(/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000');
  const distances = labs.map(([tl, ta, tb]) => Math.hypot(l - tl, a - ta, b - tb));
  return `tone-${distances.indexOf(Math.min(...distances))}`;
};

/** The stylesheet of all tones, as it stands in `app/styles/tones.css`; a test keeps the file equal to this. */
export const tonesStylesheet = (): string =>
  [
    '/* Colours that stand in for pictures while they load. Written by model/tones.ts: change it there. */',
    ...tones.map((colour, i) => `.tone-${i} {\n  background-color: ${colour};\n}`),
    '',
  ].join('\n');
