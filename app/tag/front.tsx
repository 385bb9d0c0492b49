/** The front of a tag and its older pages. */
import { notFound } from 'next/navigation';
import { Breadcrumb } from '#components/Breadcrumb';
import { FrontHead } from '#components/front/FrontHead';
import { ListFront } from '#components/front/ListFront';
import { tagAddress } from '#model/addresses';
import { formatStories } from '#model/counts';
import { trailToTag } from '#model/trail';
import { collectionData, listed, trailData } from '../head';
import { NewsletterOffer } from '../NewsletterOffer';
import { pageSize } from '../numbered';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

/** A tag that no public article bears is no tag. */
export const tagFront = (slug: string, page: number) => {
  const at = now();
  const tag = archive.tag(slug, at);
  const list = archive.tagged(slug, page, pageSize, at);
  if (!tag || list.total === 0 || page > list.pages) notFound();
  return (
    <Sheet
      at={at}
      data={[
        ...collectionData({ name: tag.name, address: tagAddress(slug, page), items: listed(list.items) }),
        ...trailData(trailToTag),
      ]}
    >
      <div className="wrap">
        <FrontHead
          title={tag.name}
          standfirst={formatStories(list.total, site.locale)}
          above={<Breadcrumb steps={trailToTag} />}
        />
        <ListFront
          articles={list.items}
          now={at}
          page={page}
          pages={list.pages}
          addressOf={(number) => tagAddress(slug, number)}
          rail={<NewsletterOffer from={tagAddress(slug, page)} />}
        />
      </div>
    </Sheet>
  );
};
