/** Reads the command line of `npm run bench`: which parts, which sizes, how long. */
import { parseArgs } from 'node:util';
import type { Part, PartOptions } from './part';

/** What a run is asked for. */
export type Asked = Pick<PartOptions, 'sizes' | 'rounds' | 'seconds' | 'minutes'> & {
  readonly parts: readonly Part[];
  /** A folder in which newsrooms stay for the next run; absent: a temporary one. */
  readonly keep?: string;
  /** Only shows what would be done. */
  readonly plan: boolean;
  /** Leaves `docs/benchmarks.md` as it is. */
  readonly print: boolean;
};

/** Something on the command line that cannot be done; the message says what to write. */
export class AskedFault extends Error {}

/** The options, for `--help` and for mistakes. */
const usage = `npm run bench -- [parts] [options]
  parts            one or more names; without any, all of them
  --sizes 1000,50000   sizes of the newsrooms (1000,10000,50000); a number among the parts means the same
  --rounds 5       turns of each subject where several are compared
  --seconds 4      length of one turn
  --minutes 5      length of the soak
  --keep FOLDER    keep the newsrooms there for the next run
  --print          show the figures and leave docs/benchmarks.md as it is
  --plan           show what would be done, and do nothing`;

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (value > 0) return value;
  throw new AskedFault(`${name} is "${text}". Write a number greater than 0.`);
};

const optionsOf = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sizes: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '4' },
        minutes: { type: 'string', default: '5' },
        keep: { type: 'string' },
        plan: { type: 'boolean', default: false },
        print: { type: 'boolean', default: false },
      },
    });
  } catch (fault) {
    throw new AskedFault(`${fault instanceof Error ? fault.message : String(fault)}\n\n${usage}`);
  }
};

/** Reads the arguments; throws `AskedFault`. */
export const readAsked = (args: readonly string[], all: readonly Part[]): Asked => {
  const { values, positionals } = optionsOf(args);
  const names = positionals.filter((word) => Number.isNaN(Number(word)));
  const unknown = names.find((name) => !all.some((part) => part.name === name));
  if (unknown !== undefined) {
    const known = all.map((part) => part.name).join(', ');
    throw new AskedFault(`There is no part "${unknown}". There are: ${known}.`);
  }
  const sizes = [...(values.sizes?.split(',') ?? []), ...positionals.filter((word) => !names.includes(word))];
  return {
    parts: names.length > 0 ? all.filter((part) => names.includes(part.name)) : all,
    sizes: (sizes.length > 0 ? sizes : ['1000', '10000', '50000'])
      .map((size) => numberOf('A size', size))
      .sort((a, b) => a - b),
    rounds: numberOf('--rounds', values.rounds),
    seconds: numberOf('--seconds', values.seconds),
    minutes: numberOf('--minutes', values.minutes),
    ...(values.keep !== undefined && { keep: values.keep }),
    plan: values.plan,
    print: values.print,
  };
};
