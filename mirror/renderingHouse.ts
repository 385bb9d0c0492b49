/** A renderer of the mirror's own behind the edge's rules: asks for an address, gives the finished answer. No port for readers is opened. */
import { keep } from '#edge/keeper';
import type { Keeper } from '#edge/keeper';
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import { readWhole } from '#edge/bodies';
import { rendererLine } from '#edge/line';
import { sparingMark } from '#edge/messages';
import type { EditionNews } from '#edge/messages';
import { headersInward } from '#edge/passage';
import type { Policies } from '#edge/policies';
import { answerOf, otherHeaders } from '#edge/rendered';

/** What a house needs. */
export type HousePlan = {
  /** The script of the renderer, and the arguments to Node that it needs. */
  readonly script: string;
  readonly execArgv: readonly string[];
  /** Public address of the publication. */
  readonly siteUrl: string;
  readonly policies: Policies;
  /** Milliseconds by which the publication's clock differs from the machine's. */
  readonly clockShift: number;
  /** The edition that lies in the archive. */
  readonly edition: EditionNews;
};

/** The open house. */
export type RenderingHouse = {
  /** Starts the renderer before there is a question for it: another core may be idle meanwhile. */
  readonly begin: () => void;
  /** The finished answer at an address, uncompressed. Rejects where the renderer cannot make it. */
  readonly ask: (asked: AskedAddress) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

/** Milliseconds for the start of the renderer, for a page, and for a picture or a film. */
const startLimit = 30_000;
const pageLimit = 30_000;
const fileLimit = 120_000;
/** Milliseconds in which the renderer is to end. */
const endWithin = 3000;
/** Bytes of one file at most. */
const largestFile = 2_000_000_000;

const isFile = ({ known }: AskedAddress): boolean =>
  known?.kind === 'picture' || known?.kind === 'card' || known?.kind === 'file';

/** Opens the house; the first question starts the renderer where nobody has, and waits for it. */
export const openRenderingHouse = (plan: HousePlan): RenderingHouse => {
  const { siteUrl, policies } = plan;
  const line = rendererLine({ patience: () => startLimit });
  const headers = headersInward({}, { remote: undefined, siteUrl });
  let renderer: Keeper | undefined;
  // A run that finds nothing to ask starts no renderer.
  const begin = (): void => {
    renderer ??= keep({
      name: 'renderer',
      quiet: true,
      script: plan.script,
      execArgv: plan.execArgv,
      env: { [sparingMark]: '1', SITE_URL: siteUrl, CLOCK_SHIFT: String(plan.clockShift), LOG_LEVEL: 'error' },
      mayMiss: 30,
      onStart: (tell) => tell({ type: 'edition', edition: plan.edition }),
      onMessage: (message) => {
        if (message.type === 'ready' && message.port !== undefined) line.open(message.port);
      },
      onGone: line.close,
    });
  };
  return {
    begin,
    ask: async (asked) => {
      begin();
      const limit = isFile(asked) ? fileLimit : pageLimit;
      const rendered = await line.ask({ method: 'GET', path: asked.path, headers, limit });
      if (!isFile(asked)) return answerOf(asked, rendered, { siteUrl, policies });
      const body = await readWhole(rendered, largestFile);
      return { status: rendered.statusCode ?? 500, headers: otherHeaders(asked, rendered, plan), body };
    },
    close: async () => renderer?.stop(endWithin),
  };
};
