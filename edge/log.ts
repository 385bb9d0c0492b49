/** One line for each event worth a person's attention: words on a terminal, JSON for machines; no personal data ever. */
import { format, stripVTControlCharacters } from 'node:util';
import pino from 'pino';
import { logLevels } from '#edge/logWords';
import { withoutPersons } from '#edge/withoutPersons';

/** Facts beside the words, for machines that read the log: short names, no text from a reader. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** How much is said and in what form. */
export type LogForm = {
  /** From a least severe word on: `debug`, `info`, `error`, or `silent`. */
  readonly level: string;
  readonly json: boolean;
};

/** Writes a line; what went wrong goes to the error stream. */
export type LogTarget = (line: string, isFault: boolean) => void;

/** The three ways of saying something. */
export type Log = {
  readonly log: (who: string, what: string, facts?: Facts) => void;
  readonly complain: (who: string, what: string, facts?: Facts) => void;
  /** What helps only whoever looks for a fault: said at `LOG_LEVEL=debug`. */
  readonly mention: (who: string, what: string, facts?: Facts) => void;
};

const faultLevel = pino.levels.values.error ?? 50;

/** `12:30:05 edge: renderer is ready`, with the facts behind it. */
const asText = (line: string): string => {
  // What pino has written one line before; its own keys are always there.
  const { time, who, msg, level: _level, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const tail = Object.entries(facts).map(([name, value]) => ` ${name}=${String(value)}`);
  return `${String(time).slice(11, 19)} ${String(who)}: ${String(msg)}${tail.join('')}\n`;
};

/** Makes a log. Lines are written before the call returns: a process that dies in the next moment has said why. */
export const createLog = ({ level, json }: LogForm, target: LogTarget): Log => {
  const destination = {
    write: (line: string): void => {
      const isFault = Number(/"level":(\d+)/.exec(line)?.[1]) >= faultLevel;
      target(json ? line : asText(line), isFault);
    },
  };
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const clean = (facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? withoutPersons(value) : value]),
    );
  const saying =
    (severity: 'debug' | 'info' | 'error'): Log['log'] =>
    (who, what, facts = {}) => {
      if (logger.isLevelEnabled(severity)) logger[severity]({ ...clean(facts), who }, withoutPersons(what));
    };
  return { log: saying('info'), complain: saying('error'), mention: saying('debug') };
};

/** The form that the environment asks for; a wrong word is told by `settings.ts`, and here it counts as left out. */
const formOfThisProcess = (): LogForm => {
  const { LOG_LEVEL: level = '', LOG_FORMAT: format = '' } = process.env;
  return {
    level: logLevels.some((known) => known === level) ? level : 'info',
    json: format === 'json' || (format !== 'text' && !process.stdout.isTTY),
  };
};

const form = formOfThisProcess();
const { log, complain, mention } = createLog(form, (line, isFault) =>
  (isFault ? process.stderr : process.stdout).write(line),
);
export { complain, log, mention };

/** Whether the lines of this process are JSON. */
export const logIsForMachines = form.json;

/**
 * Where the log is for machines, what others write to the console of this process (Next, packages) becomes lines of it too;
 * colours are left out. On a terminal nothing changes.
 */
export const takeConsole = (who: string, { isForMachines = logIsForMachines, into = { log, complain } } = {}): void => {
  if (!isForMachines) return;
  const saying =
    (say: Log['log']) =>
    (...words: unknown[]): void => {
      const text = stripVTControlCharacters(format(...words)).trim();
      if (text !== '') say(who, text);
    };
  console.log = console.info = console.debug = saying(into.log);
  console.warn = console.error = saying(into.complain);
};
