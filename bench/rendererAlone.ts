/** The renderer without a door in front of it, to learn what a page costs: started as the door starts it, asked one by one. */
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { forkedMark } from '#edge/messages';
import type { ChildMessage, ServerMessage } from '#edge/messages';
import { benchClock } from './newsrooms';
import { environmentOf } from './measuredSite';
import type { Newsroom } from './part';
import { siteScript } from './scripts';
import { cpuOf } from './spent';

/** A renderer that can be asked. */
export type RendererAlone = {
  /** Milliseconds of CPU that one rendering of an address takes: the mean of so many, after as many that do not count. */
  readonly cpuFor: (path: string, renders: number) => Promise<number>;
  readonly end: () => void;
};

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks, and passes over what comes; a page that is not there is no measure of one. */
const ask = (port: number, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`The renderer answered ${path} with ${answer.statusCode}.`));
      answer.resume().on('end', () => resolve());
    })
      .on('error', reject)
      .end();
  });

/** Starts a renderer on a newsroom whose archive is there. */
export const openRendererAlone = async (newsroom: Newsroom): Promise<RendererAlone> => {
  const clockShift = String(Date.parse(benchClock) - Date.now());
  const env = { ...environmentOf(newsroom, 0), SITE_URL: 'http://localhost:3000', CLOCK_SHIFT: clockShift };
  const child = fork(siteScript('renderer'), {
    env: { ...env, [forkedMark]: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  const port = new Promise<number>((resolve, reject) => {
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'ready' && message.port !== undefined) resolve(message.port);
    });
    child.on('exit', (code) => reject(new Error(`The renderer ended with code ${code}.`)));
  });
  child.send({ type: 'edition', edition: undefined } satisfies ServerMessage);
  const ready = await port;
  const pid = child.pid ?? 0;
  return {
    cpuFor: async (path, renders) => {
      for (let nth = 0; nth < renders; nth += 1) await ask(ready, path);
      const before = cpuOf(pid);
      for (let nth = 0; nth < renders; nth += 1) await ask(ready, path);
      return (cpuOf(pid) - before) / renders;
    },
    end: () => void child.kill('SIGKILL'),
  };
};
