/** How a long command tells a person what it is doing: one line for each step, with its time. */
import { performance } from 'node:perf_hooks';

/** A step that ended badly: `message` for a person, `output` what the program behind it said. */
export class StepFault extends Error {
  /** @param {string} message @param {string} [output] */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

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
  const pulse = setInterval(() => console.log(`  ${name} … ${seconds(start)}`), 10_000);
  try {
    const result = await work();
    console.log(`✓ ${name} (${seconds(start)})`);
    return result;
  } catch (fault) {
    console.log(`✗ ${name} (${seconds(start)})`);
    throw fault;
  } finally {
    clearInterval(pulse);
  }
};

/**
 * Ends the process with the message and what the failing program said; a stack only for what nobody foresaw.
 * @param {unknown} fault
 * @returns {never}
 */
export const stopWith = (fault) => {
  if (fault instanceof StepFault) {
    if (fault.output.trim()) console.error(`\n${fault.output.trim()}\n`);
    console.error(fault.message);
  } else console.error(fault);
  process.exit(1);
};
