/**
 * Sets the pages and documents of `app/` with React alone, without Next around it: the same routes, the same bytes, a fifth
 * of the work. What it does not know (streams, another method, a head with something new in it) it leaves to Next.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { answerTo, documentAnswer, pageAnswer, type SetAnswer } from '#compositor/answers';
import { frameOf } from '#compositor/frame';
import { duringRequest } from '#compositor/request';
import { finderFor, type RouteParams } from '#compositor/routes';
import { type Around, type LayoutModule, type PageModule, setPage } from '#compositor/setPage';

/** A document for machines: what a `route.ts` exports. */
export type DocumentModule = {
  readonly GET?: (request: Request, props: { readonly params: Promise<RouteParams> }) => Response | Promise<Response>;
};

/** A route of `app/`. */
export type Route =
  { readonly place: string; readonly page: PageModule } | { readonly place: string; readonly document: DocumentModule };

/** All of `app/`, as the build found it. */
export type Copy = { readonly layout: LayoutModule; readonly lost: PageModule; readonly routes: readonly Route[] };

/** Where the paper stands. */
export type CompositorPlace = {
  /** Folder of the clone, with Next's build. */
  readonly root: string;
  readonly siteUrl: string;
};

/** A request for reading. */
export type AskedOf = {
  /** Path and query, as they stand in the request line. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
};

/** The compositor. */
export type Compositor = {
  /** The answer to a request; `undefined` where Next is to give it. Rejects with the fault of a route. */
  readonly set: (asked: AskedOf) => Promise<SetAnswer | undefined>;
};

/** What the bundle of `press/compositor.mjs` gives to the renderer. */
export type CompositorBundle = { readonly open: (place: CompositorPlace) => Compositor };

/** Pictures and files are streamed as their readers take them: that is Next's part. */
const streamed = /^\/(?:pictures|cards|files|islands|api)\//;
/** The address at which the front door asks for the page of all addresses that lead nowhere. */
const lostPlace = '/_not-found';
/** The twin of an article lies at its address with `.md`, as `next.config.mjs` says. */
const twin = /^(\/\d{4}\/\d\d\/\d\d\/[^/]+)\.md$/;

const headersFrom = (headers: IncomingHttpHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

const queryOf = (search: string): Record<string, string | string[]> => {
  const all = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(all.keys())].map((name) => {
      const values = all.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
};

/** Opens it; throws where Next's build does not say what it needs to know. */
export const openCompositor = ({ layout, lost, routes }: Copy, { root, siteUrl }: CompositorPlace): Compositor => {
  const around: Around = { layout, frame: frameOf(root) };
  const { fonts } = around.frame;
  const find = finderFor(routes);

  const setLost = async (): Promise<SetAnswer> => {
    const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };
    return pageAnswer(await setPage(lost, props, around, { lost: true }), { status: 404 });
  };

  const setFound = async (path: string, headers: Headers): Promise<SetAnswer | undefined> => {
    const [typed = '/', search = ''] = path.split('?', 2);
    if (typed === lostPlace) return setLost();
    const found = streamed.test(typed) ? undefined : find(typed.replace(twin, '/markdown$1'));
    if (!found) return undefined;
    const params = Promise.resolve(found.params);
    const { route } = found;
    if ('document' in route) {
      const answer = route.document.GET?.(new Request(siteUrl + path, { headers }), { params });
      return answer && documentAnswer(await answer);
    }
    const text = await setPage(route.page, { params, searchParams: Promise.resolve(queryOf(search)) }, around);
    return pageAnswer(text, fonts === undefined ? {} : { fonts });
  };

  return {
    set: ({ path, headers }) => {
      const known = headersFrom(headers);
      return duringRequest(known, () => setFound(path, known)).catch(answerTo);
    },
  };
};
