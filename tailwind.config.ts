/** The tokens of the paper's look: colours by their part, type by its rank, space in steps of 4 px. Loaded by `app/styles/paper.css`. */
import type { Config } from 'tailwindcss';

/** Colours are variables, so that the dark theme and the videos' band change them in one place (`app/styles/colour.css`). */
const colours = [
  'paper',
  'buff',
  'buff-2',
  'band',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'bar',
  'accent',
  'accent-fill',
  'on-accent',
];

/** Weight says the kind: 640 reports, 400 argues. */
const report = '640';

/** Sizes run from a 360 px telephone to a 1280 px window. */
const fontSize: NonNullable<Config['theme']>['fontSize'] = {
  nameplate: [
    'clamp(1.75rem, .58rem + 5.2vw, 4.875rem)',
    { lineHeight: '1', letterSpacing: '-.03em', fontWeight: '700' },
  ],
  lead: ['clamp(2.125rem, 1.4rem + 3.1vw, 4rem)', { lineHeight: '1.02', letterSpacing: '-.022em', fontWeight: report }],
  h1: [
    'clamp(2.125rem, 1.64rem + 2.1vw, 3.375rem)',
    { lineHeight: '1.08', letterSpacing: '-.022em', fontWeight: report },
  ],
  h2: [
    'clamp(1.625rem, 1.43rem + .85vw, 2.125rem)',
    { lineHeight: '1.1', letterSpacing: '-.017em', fontWeight: report },
  ],
  h3: ['clamp(1.25rem, 1.2rem + .2vw, 1.375rem)', { lineHeight: '1.15', letterSpacing: '-.012em', fontWeight: report }],
  h4: ['1.125rem', { lineHeight: '1.22', letterSpacing: '-.005em', fontWeight: report }],
  section: ['1.375rem', { lineHeight: '1.2', letterSpacing: '-.015em', fontWeight: '700' }],
  standfirst: ['clamp(1.1875rem, 1.1rem + .38vw, 1.4375rem)', '1.36'],
  body: ['clamp(1.125rem, 1.09rem + .16vw, 1.1875rem)', '1.6'],
  item: ['1.0625rem', '1.4'],
  note: ['1rem', '1.5'],
  fact: ['.9375rem', '1.45'],
  label: ['.875rem', '1.25'],
  small: ['.8125rem', '1.4'],
  credit: ['.75rem', '1.5'],
};

const spacing = {
  0: '0',
  px: '1px',
  1: '.25rem',
  2: '.5rem',
  3: '.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2rem',
  7: '3rem',
  8: '4rem',
  edge: 'var(--edge)',
  gap: 'var(--gap)',
  touch: '2.75rem',
};

const config: Config = {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(colours.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: { serif: 'var(--serif)', sans: 'var(--sans)' },
    fontSize,
    fontWeight: { light: '400', medium: '500', semibold: '600', report, bold: '700' },
    spacing,
    screens: { sm: '40rem', lg: '60rem' },
    maxWidth: { page: '77.5rem', measure: '38rem', lines: '44rem', form: '32rem' },
    borderRadius: {},
    boxShadow: {},
  },
};

export default config;
