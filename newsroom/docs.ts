/** `npm run docs`: writes `docs/front-matter.md` from the definitions of documents and components, or says that it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { frontMatterGuide } from '#newsroom/frontMatterGuide';

const file = 'docs/front-matter.md';

const present = (): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there yet: as stale as can be.
    return '';
  }
};

const fresh = await format(frontMatterGuide(), { ...(await resolveConfig(file)), parser: 'markdown' });
const isStale = present() !== fresh;

if (process.argv.includes('--write')) {
  if (isStale) writeFileSync(file, fresh);
  console.log(isStale ? `${file} is written anew.` : `${file} is fresh.`);
} else if (isStale) {
  console.error(`${file} is stale: the definitions in model/ have changed. Write it anew:  npm run docs -- --write`);
  process.exitCode = 1;
} else console.log(`${file} is fresh.`);
