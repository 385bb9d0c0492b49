/** An article, at the address that is its own for ever. */
import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ArticlePage } from '#components/article/ArticlePage';
import { LivePage } from '#components/article/LivePage';
import { offerStamp } from '../../../../audience';
import { forTheDesk, unreadable } from '../../../../forTheDesk';
import { articleData, articleHead } from '../../../../head';
import { archive, now, settings, site } from '../../../../paper';
import { privacyPage } from '../../../../privacyPage';
import { Sheet } from '../../../../Sheet';
import { surroundingsOf } from '../../../../surroundings';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<Readonly<Record<'year' | 'month' | 'day' | 'slug', string>>> };

/** One lookup for head and page of one request, at one moment. */
const lookUp = cache((year: string, month: string, day: string, slug: string) => {
  const [address, at] = [`/${year}/${month}/${day}/${decodeURIComponent(slug)}`, now()];
  return { address, at, piece: archive.article(address, at) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, day, slug } = await params;
  const { piece, at } = lookUp(year, month, day, slug);
  return piece ? articleHead(piece, archive.translationsOf(piece.article, at)) : {};
}

export default async function Page({ params }: Props) {
  const { year, month, day, slug } = await params;
  const { address, at, piece } = lookUp(year, month, day, slug);
  if (!piece) {
    const standing = archive.standing(address, at);
    return standing.is === 'moved' ? permanentRedirect(standing.to) : unreadable(address);
  }
  const { article, entries } = piece;
  const around = surroundingsOf(article, at);
  const page = {
    ...piece,
    site,
    around,
    now: at,
    url: settings.siteUrl + address,
    stamp: offerStamp(),
    privacy: privacyPage(),
  };
  return (
    <Sheet
      at={at}
      current={article.category.slug}
      data={articleData(piece, around, at)}
      above={forTheDesk(article.file)}
    >
      {article.kind === 'live' ? <LivePage {...page} entries={entries} /> : <ArticlePage {...page} />}
    </Sheet>
  );
}
