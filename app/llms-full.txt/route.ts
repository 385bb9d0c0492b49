/** The newest articles in full, for models that answer. */
import { offersMarkdown } from '#model/machinePolicy';
import { llmsFullTxt } from '#syndication/llms';
import { document, paper } from '../machines';
import { archive, now, site } from '../paper';
import { twinOf } from '../twins';

export const dynamic = 'force-dynamic';

/** Articles at most, at 2.4 ms each; the file ends earlier where they are long. */
const newest = 10;

export const GET = (): Response => {
  if (!offersMarkdown(site.machines)) return new Response(null, { status: 404 });
  const at = now();
  const twins = archive.latestWithBodies({}, newest, at).map((piece) => () => twinOf(piece, at));
  return document(llmsFullTxt(paper, twins, at), 'text/plain');
};
