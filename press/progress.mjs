/** How a long command tells a person what it is doing: one line for each step, with its time. */
import { performance } from 'node:perf_hooks';

/** A step that ended badly: `message` for a person, `output` what the program behind it said. */
export class StepFault extends Error {
  /**
   * @param {string} message
   * @param {string} [output]
   */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

let say = console.log;

/** From now on steps are told on the error stream: the other one belongs to the command's own answer. */
export const keepAnswerClean = () => {
  say = console.error;
};

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step and prints its name, a sign of life every ten seconds, and its time.
 * @template T
 * @param {string} name what is being done, as a person would say it
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export const step = async (name, work) => {
  const start = performance.now();
  const pulse = setInterval(() => say(`  ${name} … ${seconds(start)}`), 10_000);
  try {
    const result = await work();
    say(`✓ ${name} (${seconds(start)})`);
    return result;
  } catch (fault) {
    say(`✗ ${name} (${seconds(start)})`);
    throw fault;
  } finally {
    clearInterval(pulse);
  }
};

/**
 * Prints the message and what the failing program said; a stack only for what nobody foresaw.
 * @param {unknown} fault
 */
export const explain = (fault) => {
  if (fault instanceof StepFault) {
    if (fault.output.trim()) console.error(`\n${fault.output.trim()}\n`);
    console.error(fault.message);
  } else console.error(fault);
};

/**
 * Ends the process with the explanation.
 * @param {unknown} fault
 * @returns {never}
 */
export const stopWith = (fault, code = 1) => {
  explain(fault);
  process.exit(code);
};
