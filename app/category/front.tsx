/** The front of a category and its older pages. */
import { notFound } from 'next/navigation';
import { FrontHead } from '#components/front/FrontHead';
import { ListFront } from '#components/front/ListFront';
import { TagRail } from '#components/front/TagRail';
import { categoryAddress } from '#model/addresses';
import { collectionData, listed } from '../head';
import { NewsletterOffer } from '../NewsletterOffer';
import { pageSize } from '../numbered';
import { archive, now } from '../paper';
import { Sheet } from '../Sheet';

/** A category with a file is there even before its first article; a page beyond its last is not. */
export const categoryFront = (slug: string, page: number) => {
  const at = now();
  const category = archive.category(slug);
  if (!category) notFound();
  const list = archive.inCategory(slug, page, pageSize, at);
  if (page > list.pages) notFound();
  return (
    <Sheet
      at={at}
      current={slug}
      data={collectionData({
        name: category.title,
        description: category.description,
        address: categoryAddress(slug, page),
        items: listed(list.items),
      })}
    >
      <div className="wrap">
        <FrontHead title={category.title} standfirst={category.description} />
        <ListFront
          articles={list.items}
          now={at}
          page={page}
          pages={list.pages}
          addressOf={(number) => categoryAddress(slug, number)}
          withLead
          place={{ category: slug }}
          rail={[
            <TagRail key="tags" title="Topics" tags={archive.tagsOf({ category: slug }, 8, at)} />,
            <NewsletterOffer key="newsletter" from={categoryAddress(slug, page)} />,
          ]}
        />
      </div>
    </Sheet>
  );
};
