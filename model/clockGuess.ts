/** Guesses what a time was meant to be that is not written `2026-10-15 06:00`, so that its problem can show the line to write. */

/** What is wrong with the form of a time. `sure` where `write` is the same time beyond doubt, in the paper's form. */
export type ClockGuess = {
  readonly message: string;
  readonly write?: string;
  readonly fix?: string;
  readonly sure?: true;
};

const two = (text: string): string => text.padStart(2, '0');

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (name: string): string | undefined => {
  const index = monthNames.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : two(String(index + 1));
};

type FoundDay = { readonly day: string; readonly rest: string; readonly message: string; readonly sure: boolean };

const dayForms: readonly { readonly form: RegExp; readonly read: (m: readonly string[]) => FoundDay | undefined }[] = [
  {
    form: /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
    read: ([, y = '', mark = '', m = '', d = '']) => ({
      day: `${y}-${two(m)}-${two(d)}`,
      rest: '',
      message: mark === '-' && m.length === 2 && d.length === 2 ? '' : 'has its date in another form than 2026-10-15.',
      sure: true,
    }),
  },
  {
    form: /\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/,
    read: ([, a = '', , b = '', y = '']) => {
      const american = Number(b) > 12 && Number(a) <= 12;
      const [d, m] = american ? [b, a] : [a, b];
      const message = 'has its date in another order than year, month, day.';
      return { day: `${y}-${two(m)}-${two(d)}`, rest: '', message, sure: american || Number(a) > 12 };
    },
  },
  {
    form: /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? +([a-z]{3,9})\.?,? +(\d{4})(?!\d)/i,
    read: ([, d = '', name = '', y = '']) => named(y, name, d),
  },
  {
    form: /\b([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)/i,
    read: ([, name = '', d = '', y = '']) => named(y, name, d),
  },
];

const named = (year: string, name: string, date: string): FoundDay | undefined => {
  const month = monthNumber(name);
  const message = 'names its month; times are digits.';
  return month === undefined ? undefined : { day: `${year}-${month}-${two(date)}`, rest: '', message, sure: true };
};

const findDay = (text: string): FoundDay | undefined => {
  for (const { form, read } of dayForms) {
    const match = form.exec(text);
    const found = match && read(match);
    if (match && found) {
      return { ...found, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
    }
  }
  return undefined;
};

type FoundTime = { readonly time: string; readonly message: string };

const withHalf = (hour: string, minutes: string, half: string): string => {
  const h = Number(hour) % 12;
  return `${two(String(/^p/i.test(half) ? h + 12 : h))}:${minutes}`;
};

const findTime = (text: string): FoundTime | undefined => {
  const halves = /(?<!\d)(1[0-2]|0?[1-9])(?:[:.h]([0-5]\d))? *([ap])\.? ?m\b\.?/i.exec(text);
  if (halves) {
    const [, hour = '', minutes = '00', half = ''] = halves;
    return { time: withHalf(hour, minutes, half), message: 'counts to twelve; the clock counts to 24.' };
  }
  const colon = /(?<![\d+-])(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?/i.exec(text);
  if (!colon) return undefined;
  const [whole, hour = '', minutes = '', seconds] = colon;
  const time = `${two(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`;
  if (/[.,]\d+$/.test(whole) && whole.includes(':')) return { time, message: 'has parts of a second.' };
  return { time, message: whole === time ? '' : 'has its time in another form than 06:00.' };
};

const findZone = (text: string): { readonly zone: string; readonly message: string } => {
  const offset = /(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?\s*$/i.exec(text);
  if (offset) {
    const [whole, sign = '', hours = '', minutes = '00'] = offset;
    const zone = `${sign}${two(hours)}:${minutes}`;
    return { zone, message: whole.trim() === zone ? '' : `has its offset in another form than ${zone}.` };
  }
  if (/\d\s*(?:Z|UTC|GMT)\s*$/i.test(text)) return { zone: 'Z', message: 'names its zone in another form than Z.' };
  return { zone: '', message: '' };
};

/** Turns what phone keyboards and word processors make of a time back into plain signs. */
const plainSigns = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018-\u201f"'«»]/g, '')
    .replace(/[\uff1a\u2236]/g, ':')
    .replace(/[\p{Z}\u200b-\u200f\u2060\ufeff\t]+/gu, ' ')
    .trim();

const example = 'Write it like 2026-10-15 06:00.';

/** Explains a time that has not the paper's form, and guesses the text to write. `text` is cut at 80 characters. */
export const guessClock = (text: string): ClockGuess => {
  const plain = plainSigns(text.slice(0, 80));
  const found = findDay(plain);
  const rest = found ? found.rest : plain;
  const time = findTime(rest);
  if (!found) {
    if (time) return { message: 'has a time and no date.', fix: example };
    return { message: `is no time: "${text.slice(0, 40)}".`, fix: example };
  }
  if (!time) {
    const message =
      found.message === '' ? 'is a date without a time of day.' : `${found.message.slice(0, -1)}, and no time of day.`;
    return { message, write: `${found.day} 06:00`, fix: `Write the time too:  ${found.day} 06:00` };
  }
  const { zone, message: zoneMessage } = findZone(rest);
  const messages = [found.message, time.message, zoneMessage].filter((message) => message !== '');
  const message = messages[0] ?? 'has signs that do not belong to a time.';
  return { message, write: `${found.day} ${time.time}${zone}`, ...(found.sure && { sure: true }) };
};
