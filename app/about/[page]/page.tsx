/** One of the paper's pages about itself. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AboutText } from '#components/AboutText';
import { ArticleBody } from '#components/body/ArticleBody';
import { checkSlug } from '#model/addressParts';
import { trailToAboutPage } from '#model/trail';
import { aboutData, head, trailData } from '../../head';
import { archive, now, site } from '../../paper';
import { Sheet } from '../../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly page: string }> };

const pageIn = async ({ params }: Props) => archive.aboutPage(checkSlug((await params).page) ?? '', now());

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const page = await pageIn(props);
  if (!page) return {};
  const description = page.description ?? `${page.title} of ${site.name}.`;
  return head({ title: page.title, description, address: `/about/${page.slug}` });
};

/** `/about/ethics` */
export default async function AboutPageRoute(props: Props) {
  const page = (await pageIn(props)) ?? notFound();
  return (
    <Sheet at={now()} data={[...aboutData(archive.aboutPages()), ...trailData(trailToAboutPage)]}>
      <AboutText title={page.title} standfirst={page.description} slug={page.slug} pages={archive.aboutPages()}>
        <ArticleBody tree={page.body.tree} material={page.material} lang={site.locale} />
      </AboutText>
    </Sheet>
  );
}
