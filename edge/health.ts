/** What machines that watch over the site are told. */

import type { PullNews } from '#edge/messages';

/** How the processes stand. */
export type Health = {
  readonly renderer: 'ready' | 'starting';
  readonly publisher: 'ready' | 'starting';
  /** Number of the newest edition; absent before the first. */
  readonly edition: number | undefined;
  /** The last pull from the git remote; absent where nothing is pulled, or before the first. */
  readonly pulled?: Pick<PullNews, 'outcome' | 'at'> | undefined;
};

/** Whether an address asks for health, and which: `live` says that the door answers, `ready` that pages come. */
export const healthAddress = (address: string): 'live' | 'ready' | undefined => {
  switch (address) {
    case '/api/health/live':
      return 'live';
    case '/api/health/ready':
      return 'ready';
    default:
      return undefined;
  }
};

/** Status and body of a health address. A dead publisher does not take pages down, so it is told and not counted. */
export const healthReport = (which: 'live' | 'ready', health: Health): { status: 200 | 503; body: string } => {
  if (which === 'live') return { status: 200, body: '{"live":true}\n' };
  const ready = health.renderer === 'ready';
  const { pulled, ...rest } = health;
  // The word alone: what git said stands in the log, which is not for everybody.
  const last = pulled && { pull: { outcome: pulled.outcome, at: new Date(pulled.at).toISOString() } };
  return { status: ready ? 200 : 503, body: `${JSON.stringify({ ready, ...rest, ...last })}\n` };
};
