/** What machines that watch over the site are told. */

/** How the processes stand. */
export type Health = {
  readonly renderer: 'ready' | 'starting';
  readonly publisher: 'ready' | 'starting';
  /** Number of the newest edition; absent before the first. */
  readonly edition: number | undefined;
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
  return { status: ready ? 200 : 503, body: `${JSON.stringify({ ready, ...health })}\n` };
};
