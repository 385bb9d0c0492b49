/** Brings the compositor and Next together: what the one does not set, the other renders. */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { write } from '#compositor/answers';
import type { Compositor, CompositorBundle, CompositorPlace } from '#compositor/compositor';
import { formsIn } from '#compositor/forms';

/** Answers a request whose address is known to be there. */
export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What rendering needs. */
export type RenderingPlace = CompositorPlace & {
  /** Next is made ready now, not when something needs it: a second that no reader should wait for. */
  readonly nextAhead: boolean;
  /** Writes into the log. */
  readonly complain: (what: string) => void;
};

/** The compositor's bundle lies in the build; without it, or where it does not know this build of Next, Next sets all pages. */
const openCompositor = async ({ root, siteUrl, complain }: RenderingPlace): Promise<Compositor | undefined> => {
  const bundle = join(root, '.build', 'compositor.js');
  if (!existsSync(bundle)) return undefined;
  try {
    // What `press/compositor.mjs` made of `app/`.
    const { open } = (await import(pathToFileURL(bundle).href)) as CompositorBundle;
    return open({ root, siteUrl });
  } catch (fault) {
    complain(
      `Next sets all pages, for the compositor cannot: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
    return undefined;
  }
};

/** Next, made ready when it is first asked for. */
const nextInTurn = ({ root, siteUrl }: RenderingPlace): (() => Promise<Render>) => {
  let ready: Promise<Render> | undefined;
  const prepare = async (): Promise<Render> => {
    const { default: next } = await import('next');
    // Routes build absolute addresses from `request.url`, which Next makes of these: the public ones, not this port.
    const { hostname, port, protocol } = new URL(siteUrl);
    const publicPort = Number(port || (protocol === 'https:' ? 443 : 80));
    const app = next({ dev: false, dir: root, hostname, port: publicPort, quiet: true });
    await app.prepare();
    return app.getRequestHandler();
  };
  return () => (ready ??= prepare());
};

/** Opens both. */
export const openRendering = async (place: RenderingPlace): Promise<Render> => {
  // Opened first: Next changes how this process finds React.
  const compositor = await openCompositor(place);
  const next = nextInTurn(place);
  const forms = formsIn(place.root);
  if (place.nextAhead) await next();
  return async (request, response) => {
    const { method, url = '/', headers } = request;
    if (method === 'POST' && forms && !forms.has(url.split('?', 1)[0] ?? '')) {
      request.resume();
      return void response.writeHead(404).end();
    }
    // After a fault the answer is Next's, which tells the log where it happened.
    const set = method === 'GET' ? await compositor?.set({ path: url, headers }).catch(() => undefined) : undefined;
    if (set) return write(response, set);
    await (
      await next()
    )(request, response);
  };
};
