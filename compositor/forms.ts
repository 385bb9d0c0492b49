/** Which addresses take what is posted: to all others Next would look for an action of its own, and complain into the log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of the routes below `/api/` in the build under `root`; `undefined` where the build does not say, and Next decides. */
export const formsIn = (root: string): ReadonlySet<string> | undefined => {
  try {
    const manifest: unknown = JSON.parse(
      readFileSync(join(root, '.next', 'server', 'app-paths-manifest.json'), 'utf8'),
    );
    const names = Object.keys(manifest ?? {});
    const routes = names.flatMap((name) => /^(\/api\/.+)\/route$/.exec(name)?.[1] ?? []);
    return routes.length > 0 ? new Set(routes) : undefined;
  } catch {
    return undefined;
  }
};
