/** Those who write, as structured data: on a byline, and on a page of their own. */
import type { Organization, Person, ProfilePage } from 'schema-dts';
import { authorAddress } from '#model/addresses';
import type { BylineAuthor } from '#model/article';
import type { Author } from '#model/people';
import type { Photo } from '#model/photo';
import { absolute, type Paper } from '#syndication/paper';
import { portraitNodes } from '#syndication/photoNode';

/** An author with a file, and the portrait where it may be shown. */
export type KnownAuthor = Author & { readonly photo?: Photo };

/** A desk, an agency and an organisation are no persons. */
export const typeOf = (author: Pick<Author, 'type'> | undefined): 'Person' | 'Organization' =>
  author === undefined || author.type === 'person' ? 'Person' : 'Organization';

/** A name of the byline with its page; `known` holds the authors whose files say more. */
export const bylineNode = (
  paper: Paper,
  { slug, name, known }: BylineAuthor,
  authors: readonly KnownAuthor[],
): Person | Organization => ({
  '@type': typeOf(authors.find((author) => author.slug === slug)),
  name,
  ...(known && { url: absolute(paper, authorAddress(slug)) }),
});

const whoIs = (paper: Paper, author: KnownAuthor): Person | Organization => {
  const url = absolute(paper, authorAddress(author.slug));
  const description = author.text || author.role;
  const shared = {
    '@id': `${url}#author`,
    name: author.name,
    url,
    // Who has no biography yet is told by what they do.
    ...(description !== '' && { description }),
    ...(author.photo && { image: portraitNodes(paper, author.photo) }),
    ...(author.links.length > 0 && { sameAs: author.links.map((link) => link.url) }),
    ...(author.email && !author.left && { email: author.email }),
  };
  if (typeOf(author) === 'Organization') return { '@type': 'Organization', ...shared };
  const paperNode = { '@id': absolute(paper, '/#publisher') } as const;
  return {
    '@type': 'Person',
    ...shared,
    jobTitle: author.role,
    ...(!author.left && !author.guest && { worksFor: paperNode }),
  };
};

/** The page of an author: who it is about, in one node. */
export const profilePageFor = (paper: Paper, author: KnownAuthor): ProfilePage & { '@context': string } => ({
  '@context': 'https://schema.org',
  '@type': 'ProfilePage',
  url: absolute(paper, authorAddress(author.slug)),
  mainEntity: whoIs(paper, author),
});
