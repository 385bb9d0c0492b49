/** Reads values that are words, and takes from the others what keyboards put round and into them. */
import { forbiddenSignIn, hiddenSignIn, withoutHiddenSigns } from '#archive/frontMatter/forbidden';
import { inQuotes, isInCurlyMarks, withoutMarks } from '#archive/frontMatter/quoted';
import { refuse, type Written } from '#archive/frontMatter/reader';

const leading = /^[&!*@%`|>[{]/;

/** Signs that must not stand in any value, however they came in. */
const checkSigns = (written: Written): boolean => {
  const { text, style } = written;
  const forbidden = style === 'quoted' ? forbiddenSignIn(text) : undefined;
  if (forbidden !== undefined) {
    refuse(written, `holds ${forbidden.charAt(0).toLowerCase()}${forbidden.slice(1)}.`, 'Delete it.');
    return false;
  }
  const hidden = hiddenSignIn(text);
  if (!hidden) return true;
  const clean = withoutHiddenSigns(text);
  const instead = style === 'plain' ? clean : inQuotes(clean);
  refuse(written, `holds an invisible sign of no width (${hidden.code}).`, {
    instead,
    sure: 'signs of no width are taken out',
  });
  return false;
};

/** One line of words, exactly as typed. `undefined` where there is a problem with it. */
export const readWords = (written: Written): string | undefined => {
  const { text, style } = written;
  if (!checkSigns(written)) return undefined;
  if (style !== 'plain') return text;
  if (leading.test(text)) {
    refuse(written, `begins with ${text.charAt(0)}, a sign of the file's own.`, { instead: inQuotes(text) });
    return undefined;
  }
  if (isInCurlyMarks(text)) {
    const bare = inQuotes(withoutMarks(text) ?? text);
    // Single marks round a whole headline are how papers quote: only the writer knows what these are.
    const sure = text.startsWith('‘') ? undefined : 'quotes of the file are straight';
    const fix = `Write  ${bare}  or, where the marks belong to the words,  ${inQuotes(text)}`;
    refuse(written, 'stands in curly quotes, which are no quotes of the file.', sure ? { instead: bare, sure } : fix);
    return undefined;
  }
  return text;
};

/** What a value that is no words was meant to be: without quotes, invisible signs and long dashes. */
const plainForm = (text: string): string => {
  const bare = withoutHiddenSigns(text).replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  return (withoutMarks(bare) ?? bare).replace(/[\u2010-\u2015\u2212]/g, '-');
};

/** A value that is a name, an address or a number; where only a keyboard stands between it and being good, says so. */
export const readPlainly = <Value>(
  written: Written,
  check: (text: string) => Value | undefined,
  complain: (text: string) => void,
): Value | undefined => {
  const value = check(written.text);
  if (value !== undefined) return value;
  const plain = plainForm(written.text);
  if (plain !== written.text && check(plain) !== undefined) {
    const message = `holds signs of a keyboard for words: ${JSON.stringify(written.text.slice(0, 60))}.`;
    refuse(written, message, { instead: plain, sure: 'quotes, dashes and blanks are plain' });
    return undefined;
  }
  complain(plain);
  return undefined;
};
