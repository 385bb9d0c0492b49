/** The Markdown twin of an article. Readers know it at the article's address with `.md`, which `next.config.mjs` leads here. */
import { checkSlug } from '#model/addressParts';
import { offersMarkdown } from '#model/machinePolicy';
import { licenceLink } from '#syndication/licence';
import { canonicalOf, twinText } from '#syndication/twin';
import { paper } from '../../../../../machines';
import { archive, now, site } from '../../../../../paper';
import { twinOf } from '../../../../../twins';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<Readonly<Record<'year' | 'month' | 'day' | 'slug', string>>> };

const nothing = (): Response => new Response(null, { status: 404 });

/** Twins do not compete with their pages: engines are told to list the page, and keep the twin out. */
export const GET = async (_request: Request, { params }: Place): Promise<Response> => {
  const { year, month, day, slug } = await params;
  const name = checkSlug(slug);
  if (name === undefined || !offersMarkdown(site.machines)) return nothing();
  const at = now();
  const piece = archive.article(`/${year}/${month}/${day}/${name}`, at);
  if (!piece) return nothing();
  return new Response(twinText(paper, twinOf(piece, at), at), {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-language': piece.article.lang ?? site.locale,
      link: `<${canonicalOf(paper, piece.article)}>; rel="canonical", ${licenceLink(paper)}`,
      'x-robots-tag': 'noindex',
    },
  });
};
