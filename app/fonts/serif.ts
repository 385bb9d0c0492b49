/**
 * Standfirst Serif, a renamed subset of Source Serif 4 (see OFL.txt): Latin with the letters of Gĩkũyũ names. Two files of
 * one family, 57 kB together; the roman alone is preloaded, and so was made lighter by `lighten.py`; the italic comes where a
 * page has italics. The fallbacks in `app/styles/fallbacks.css` are measured by hand for three system faces, so that Next's
 * own guess is switched off.
 */
import localFont from 'next/font/local';

export const roman = localFont({
  src: './standfirst-serif-roman.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Standfirst Serif' }],
});

export const italic = localFont({
  src: './standfirst-serif-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'font-family', value: 'Standfirst Serif' }],
});
