/** The rendered 404 page, kept for a moment: a flood of made-up addresses costs one render in ten seconds. */
import { readWhole } from '#edge/bodies';
import type { RendererLine } from '#edge/line';
import { isEmptyErrorPage, withoutRuntime } from '#edge/runtime';
import type { OutgoingHttpHeaders } from 'node:http';

/** The 404 page, or the failure to make it. */
export type NotFoundPage = {
  readonly html: () => Promise<Buffer>;
  /** Something was published or taken down: the page may name it. */
  readonly forget: () => void;
};

const keptFor = 10_000;
const largest = 2_000_000;

/** Fetches the page from the renderer when it is needed; all who wait for it share one question. */
export const notFoundPage = (line: RendererLine, headers: OutgoingHttpHeaders): NotFoundPage => {
  let kept: { readonly page: Promise<Buffer>; readonly until: number } | undefined;

  const fetched = async (): Promise<Buffer> => {
    const answer = await line.ask({ method: 'GET', path: '/_not-found', headers, limit: 10_000 });
    const html = (await readWhole(answer, largest)).toString('utf8');
    if (answer.statusCode !== 404 || isEmptyErrorPage(html))
      throw new Error('the 404 page itself could not be rendered');
    return Buffer.from(withoutRuntime(html));
  };

  return {
    html: () => {
      if (kept && kept.until > performance.now()) return kept.page;
      const page = fetched();
      kept = { page, until: performance.now() + keptFor };
      page.catch(() => (kept = undefined));
      return page;
    },
    forget: () => (kept = undefined),
  };
};
