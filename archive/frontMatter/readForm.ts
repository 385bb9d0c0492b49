/** Reads one value by the form that its field's definition gives it. */
import type { Form } from '#model/documents/fields';
import { fileNameFault } from '#model/fileNames';
import { nearest } from '#model/nearest';
import { pathFault } from '#model/picturePaths';
import { readWallClock } from '#model/wallClock';
import { checkAddress, checkWebAddress } from '#archive/frontMatter/addressForms';
import { refuse, remark, quote, type Written } from '#archive/frontMatter/reader';
import { readPlainly, readWords } from '#archive/frontMatter/readWords';

/** A value as the typed documents hold it: moments are ISO 8601 with an offset. */
export type FormValue = string | number | boolean;

/** Longest value that is not words, in UTF-16 units: that of an address. */
const longest = 2000;

const readMoment = (written: Written): string | undefined => {
  const reading = readWallClock(written.text, written.reader.context.timeZone);
  if (!reading.ok) {
    const { message, write, fix, sure } = reading.fault;
    if (fix !== undefined || write === undefined) refuse(written, message, fix ?? 'Write it like 2026-10-15 06:00.');
    else refuse(written, message, { instead: write, ...(sure && { sure: 'times are written 2026-10-15 06:00' }) });
    return undefined;
  }
  const { otherReading } = reading;
  if (otherReading?.write !== undefined) remark(written, otherReading.message, { instead: otherReading.write });
  return reading.iso;
};

const readChoice = (written: Written, of: readonly string[]): string | undefined =>
  readPlainly(
    written,
    (text) => of.find((option) => option === text),
    (text) => {
      const meant = nearest(text, of);
      const message = `is ${quote(written.text)}, which is none of ${of.join(', ')}.`;
      refuse(written, message, meant === undefined ? `Write one of them.` : { instead: meant });
    },
  );

const yesWords = /^(?:true|yes|y|on|1|ja|oui|si|sí|ndiyo)$/i;

const readYesOrNo = (written: Written): boolean | undefined =>
  readPlainly(
    written,
    (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    (text) => {
      const meant = yesWords.test(text) ? 'true' : (nearest(text, ['true', 'false']) ?? 'false');
      // An unclear `draft` hides the piece: its fix never says to show it.
      const instead = written.field === 'draft' ? (text.toLowerCase() === 'false' ? 'false' : 'true') : meant;
      refuse(written, `is ${quote(written.text)}; it is true or false.`, { instead });
    },
  );

const readNumber = (written: Written, form: Extract<Form, { is: 'number' }>): number | undefined => {
  const shape = form.whole ? /^\d{1,9}$/ : /^-?\d{1,9}(?:\.\d{1,9})?$/;
  const range = `${form.whole ? 'a whole number' : 'a number'} from ${form.least} to ${form.most}`;
  return readPlainly(
    written,
    (text) => {
      const number = Number(text);
      return shape.test(text) && number >= form.least && number <= form.most ? number : undefined;
    },
    () => refuse(written, `is ${quote(written.text)}; it is ${range}.`, 'Write the number in digits.'),
  );
};

const readFileName = (written: Written): string | undefined =>
  readPlainly(
    written,
    (text) => (fileNameFault(text) ? undefined : text),
    (text) => {
      const fault = fileNameFault(text);
      if (!fault) return;
      refuse(
        written,
        `${fault.message}`,
        fault.write === undefined ? 'Write the name of a file.' : { instead: fault.write },
      );
    },
  );

const readMailAddress = (written: Written): string | undefined =>
  readPlainly(
    written,
    (text) =>
      /^[^\s@<>"(),:;\\]{1,64}@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;.\\]+$/.test(text) && text.length <= 254
        ? text
        : undefined,
    () => refuse(written, `is ${quote(written.text)}, which is no mail address.`, 'Write it like desk@example.org.'),
  );

const languageName = (text: string): string | undefined => {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
};

const readLanguage = (written: Written): string | undefined =>
  readPlainly(written, languageName, (text) => {
    const meant = languageName(text.replaceAll('_', '-'));
    const message = `is ${quote(written.text)}, which is no language tag.`;
    refuse(written, message, meant === undefined ? 'Write it like sw, fr or pt-BR.' : { instead: meant });
  });

/** Seconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export const secondsIn = (duration: string): number | undefined => {
  const match =
    /^P(?=\d|T\d)(?:(\d{1,3})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d{1,3})?S)?)?$/.exec(
      duration,
    );
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
};

const durationOf = (seconds: number): string => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s || seconds === 0 ? `${s}S` : ''}`;
};

const readDuration = (written: Written): string | undefined =>
  readPlainly(
    written,
    (text) => ((secondsIn(text) ?? 0) > 0 ? text : undefined),
    (text) => {
      const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(text);
      const plain = /^(\d{1,6}) ?(?:s|sec|seconds)?$/i.exec(text);
      const seconds = clock
        ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
        : plain
          ? Number(plain[1])
          : secondsIn(text.toUpperCase());
      const message = `is ${quote(written.text)}, which is no length of time.`;
      refuse(written, message, seconds ? { instead: durationOf(seconds) } : 'Write 2 minutes 31 seconds as PT2M31S.');
    },
  );

const readPath = (written: Written): string | undefined => {
  const text = readWords(written);
  if (text === undefined) return undefined;
  const fault = pathFault(text, written.reader.folder);
  if (fault === undefined) return text;
  const message =
    fault === 'remote'
      ? `is ${quote(text)}, a file somewhere else; files lie in the newsroom.`
      : fault === 'empty'
        ? 'is empty.'
        : `is ${quote(text)}, which leads out of the content folder.`;
  refuse(written, message, 'Put the file beside this one or into content/media, and write its name.');
  return undefined;
};

/** Reads a value that was not left empty. `undefined` where there is a problem, which the sheet then has. */
export const readForm = (written: Written, form: Form): FormValue | undefined => {
  if (form.is !== 'words' && written.text.length > longest) {
    refuse(written, `is ${written.text.length} characters long.`, 'Write a short value; words go below the fence.');
    return undefined;
  }
  switch (form.is) {
    case 'words':
      return readWords(written);
    case 'moment':
      return readMoment(written);
    case 'choice':
      return readChoice(written, form.of);
    case 'yes-or-no':
      return readYesOrNo(written);
    case 'number':
      return readNumber(written, form);
    case 'file-name':
      return readFileName(written);
    case 'address':
      return checkAddress(written, form.old === true);
    case 'web-address':
      return checkWebAddress(written, form.secure);
    case 'mail-address':
      return readMailAddress(written);
    case 'language':
      return readLanguage(written);
    case 'duration':
      return readDuration(written);
    case 'path':
      return readPath(written);
  }
};
