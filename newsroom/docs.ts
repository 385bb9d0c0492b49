/** `npm run docs`: writes the documents that are drawn from code, or says which are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { frontMatterGuide } from '#newsroom/frontMatterGuide';
import { clauseGuide } from '#newsroom/siteCheck/clauseReport';
import { ruleGuide } from '#newsroom/siteCheck/report';

/** Each document with what it is drawn from. */
const documents = [
  { file: 'docs/front-matter.md', guide: frontMatterGuide, source: 'the definitions in model/' },
  { file: 'docs/site-rules.md', guide: ruleGuide, source: 'the rules in newsroom/siteRules/' },
  { file: 'docs/self-check.md', guide: clauseGuide, source: 'the clauses in newsroom/siteRules/' },
] as const;

const usage = `npm run docs             says which documents that are drawn from code are stale
npm run docs -- --write  writes them anew`;

const present = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there yet: as stale as can be.
    return '';
  }
};

const words = process.argv.slice(2).filter((word) => word !== '--');
if (words.includes('--help') || words.includes('-h')) {
  console.log(usage);
  process.exit(0);
}
const unknown = words.find((word) => word !== '--write');
if (unknown !== undefined) {
  console.error(`docs does not know ${unknown}.\n${usage}`);
  process.exit(2);
}

for (const { file, guide, source } of documents) {
  const fresh = await format(guide(), { ...(await resolveConfig(file)), parser: 'markdown' });
  const isStale = present(file) !== fresh;
  if (words.includes('--write')) {
    if (isStale) writeFileSync(file, fresh);
    console.log(isStale ? `${file} is written anew.` : `${file} is fresh.`);
  } else if (isStale) {
    console.error(`${file} is stale: ${source} have changed. Write it anew:  npm run docs -- --write`);
    process.exitCode = 1;
  } else console.log(`${file} is fresh.`);
}
