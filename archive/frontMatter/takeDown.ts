/** The safe side: finds in a broken file, line by line, that somebody wanted the piece away from the public. */
import type { TakeDown } from '#archive/reading';
import type { Moment } from '#model/moment';
import { distance } from '#model/nearest';
import { readWallClock } from '#model/wallClock';

/** Longest stretch that is looked through where no fence limits it, in UTF-16 units. */
const most = 2 * 1024 * 1024;

const signs = ['draft', 'withdrawn', 'expiresAt'] as const;
type Sign = (typeof signs)[number];

type Line = { readonly indent: number; readonly sign: Sign | undefined; readonly key: string; readonly value: string };

/** A key as a sign: in any case, with blanks or hyphens inside, misspelt by one or two letters. */
const signIn = (key: string): Sign | undefined => {
  const word = key.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (word.length < 3 || word.length > 16) return undefined;
  if (word === 'expires' || word === 'expiry' || word === 'expiredat' || word === 'expired') return 'expiresAt';
  if (word === 'withdraw' || word === 'withdrew') return 'withdrawn';
  return signs.find((sign) => isNear(word, sign.toLowerCase()));
};

/** One letter, or two where the beginning is right: two letters are much for a word as short as `draft`. */
const isNear = (word: string, sign: string): boolean => {
  const steps = distance(word, sign, 2);
  if (steps < 2) return true;
  const sameEnds = word.charAt(0) === sign.charAt(0) && (sign.length > 5 || word.at(-1) === sign.at(-1));
  return steps === 2 && sameEnds;
};

const lineForm =
  /^([\s\u00a0\ufeff\u200b{]*(?:-[ \t]+)?)["'“”‘’]?([\p{L}][\p{L}\p{M} _-]{1,20}?)["'“”‘’]?[\s\u00a0\u200b]*[:：=](?!\/\/)(.*)$/u;

const readLine = (text: string): Line | undefined => {
  if (text.length > 2000) return undefined;
  const match = lineForm.exec(text);
  if (!match) return undefined;
  const [, indent = '', key = '', value = ''] = match;
  return { indent: indent.length, key, sign: signIn(key), value: value.replace(/\s#.*$/, '').trim() };
};

const bare = (value: string): string => value.replace(/^["'“”‘’\s]+|["'“”‘’,}\s]+$/g, '');

/** A moment in any text: as written, or with the keyboard's signs taken out. */
const momentIn = (text: string, timeZone: string): Moment | undefined => {
  const stretch = /\d[\d\s:T./+\-\u2010-\u2015\u2212Zz]{7,40}/.exec(text)?.[0].trim() ?? bare(text);
  for (const attempt of [bare(text), stretch, bare(stretch)]) {
    const reading = readWallClock(attempt, timeZone);
    if (reading.ok) return reading.moment;
    if (reading.fault.write !== undefined) {
      const guess = readWallClock(reading.fault.write, timeZone);
      // A day without its hour: from its first minute, for taking down wins.
      if (guess.ok)
        return /no time of day|without a time/.test(reading.fault.message)
          ? startOf(reading.fault.write, timeZone)
          : guess.moment;
    }
  }
  return undefined;
};

const startOf = (write: string, timeZone: string): Moment | undefined => {
  const reading = readWallClock(`${write.slice(0, 10)} 00:00`, timeZone);
  return reading.ok ? reading.moment : undefined;
};

/** Words that say no: after `withdrawn` anything else says yes. */
const saysNo = (value: string): boolean => /^(?:false|no|n|off|0|null|~|nein|non|hapana)$/i.test(bare(value));

const withdrawal = (line: Line, below: readonly string[], timeZone: string): TakeDown | undefined => {
  const inside: string[] = [];
  for (const text of below) {
    if (text.trim() === '') continue;
    const indent = /^[\s\u00a0]*/.exec(text)?.[0].length ?? 0;
    if (indent <= line.indent || inside.length > 10) break;
    inside.push(text);
  }
  if (line.value === '' && inside.length === 0) return undefined;
  if (saysNo(line.value)) return undefined;
  const all = [line.value, ...inside].join('\n');
  const on =
    /(?:^|[\s{,])["'“]?on["'”]?\s*[:：=]([^\n]*)/iu.exec(all)?.[1] ??
    (/^\s*["'“]?\d/.test(line.value) ? line.value : undefined);
  const moment = on === undefined ? undefined : momentIn(on, timeZone);
  return { sign: 'withdrawn', ...(moment !== undefined && { on: moment }) };
};

/** Of two signs the one that hides more: a draft always, then what hides earlier. */
const stronger = (a: TakeDown | undefined, b: TakeDown): TakeDown => {
  if (!a) return b;
  const from = (sign: TakeDown): number =>
    sign.sign === 'draft' ? -Infinity : sign.sign === 'expired' ? sign.at : (sign.on ?? -Infinity);
  return from(b) < from(a) ? b : a;
};

/**
 * Looks through lines for `draft`, `withdrawn` and `expiresAt` in any legible form, misspelt ones included. Answers the
 * strongest sign. A moment that cannot be read hides at once where it belongs to `withdrawn`, and not at all where it
 * belongs to `expiresAt`.
 */
export const takeDownIn = (text: string, timeZone: string): TakeDown | undefined => {
  let found: TakeDown | undefined;
  const lines = text.slice(0, most).split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = readLine(lines[at] ?? '');
    if (!line?.sign) continue;
    if (line.sign === 'draft') {
      // Only `false` itself keeps a piece in public: anything else counts as `true`.
      if (bare(line.value) !== 'false') found = stronger(found, { sign: 'draft' });
    } else if (line.sign === 'withdrawn') {
      const sign = withdrawal(line, lines.slice(at + 1, at + 40), timeZone);
      if (sign) found = stronger(found, sign);
    } else {
      const moment = momentIn(line.value, timeZone);
      if (moment !== undefined) found = stronger(found, { sign: 'expired', at: moment });
    }
  }
  return found;
};
