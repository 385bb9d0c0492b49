/** An article, at the address that is its own for ever. */
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { ArticlePage } from '#components/article/ArticlePage';
import { LivePage } from '#components/article/LivePage';
import { articleData, articleHead } from '../../../../head';
import { archive, now, settings, site } from '../../../../paper';
import { Sheet } from '../../../../Sheet';
import { surroundingsOf } from '../../../../surroundings';

export const dynamic = 'force-dynamic';

type Props = {
  readonly params: Promise<{
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly slug: string;
  }>;
};

const addressOf = async ({ params }: Props): Promise<string> => {
  const { year, month, day, slug } = await params;
  return `/${year}/${month}/${day}/${decodeURIComponent(slug)}`;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const piece = archive.article(await addressOf(props), now());
  return piece ? articleHead(piece.article) : {};
}

export default async function Page(props: Props) {
  const [address, at] = [await addressOf(props), now()];
  const piece = archive.article(address, at);
  if (!piece) {
    const standing = archive.standing(address, at);
    return standing.is === 'moved' ? permanentRedirect(standing.to) : notFound();
  }
  const { article, entries } = piece;
  const page = { ...piece, site, around: surroundingsOf(article, at), now: at, url: settings.siteUrl + address };
  return (
    <Sheet at={at} current={article.category.slug} data={articleData(article)}>
      {article.kind === 'live' ? <LivePage {...page} entries={entries} /> : <ArticlePage {...page} />}
    </Sheet>
  );
}
