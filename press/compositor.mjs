/** Bundles the routes of `app/` for the compositor: one module that sets every page and document without Next. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './programs.mjs';

/** Files in which routes lie, inside `app/`. */
const routeFiles = () =>
  readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .sort();

/** The module that names all routes, as Next finds them by itself. */
export const entry = () => {
  const files = routeFiles();
  const imports = files.map((file, nth) => `import * as route${nth} from './app/${file}';`);
  const routes = files.map((file, nth) => {
    const place = `/${file.replace(/\/?(?:page\.tsx|route\.ts)$/, '')}`;
    return `{ place: ${JSON.stringify(place)}, ${file.endsWith('.tsx') ? 'page' : 'document'}: route${nth} }`;
  });
  return [
    "import { openCompositor } from './compositor/compositor.ts';",
    "import * as layout from './app/layout.tsx';",
    "import * as lost from './app/not-found.tsx';",
    ...imports,
    `const routes = [${routes.join(', ')}];`,
    'export const open = (place) => openCompositor({ layout, lost, routes }, place);',
  ].join('\n');
};

/** Parts of Next that pages import, and what stands in for them. */
const standIns = {
  'next/font/local': 'compositor/nextFont.ts',
  'next/headers': 'compositor/nextHeaders.ts',
  'next/navigation': 'compositor/nextNavigation.ts',
  react: 'compositor/reactCache.ts',
};

/** Routes alone ask for them: components and the compositor itself have React as it is. */
const isRoute = (importer) => importer.startsWith(join(root, 'app') + sep);

/** What esbuild must know beside what all processes of ours need. */
export const compositorOptions = () => ({
  stdin: { contents: entry(), resolveDir: root, sourcefile: 'compositor.js', loader: 'js' },
  outfile: '.build/compositor.js',
  jsx: 'automatic',
  // One React of the two that its package holds.
  define: { 'process.env.NODE_ENV': '"production"' },
  // Next's build has made the style sheet.
  loader: { '.css': 'empty' },
  plugins: [
    {
      name: 'stand-ins',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^(?:next\/|react$)/ }, ({ path, importer }) => {
          if (!isRoute(importer)) return undefined;
          const file = Object.hasOwn(standIns, path) ? standIns[path] : undefined;
          return file ? { path: join(root, file) } : { errors: [{ text: `Nothing stands in for ${path}.` }] };
        }),
    },
  ],
});
