/** The page of an author and its older pages. */
import { notFound } from 'next/navigation';
import { AuthorHead } from '#components/AuthorHead';
import { ArticleBody } from '#components/body/ArticleBody';
import { ListFront } from '#components/front/ListFront';
import { TagRail } from '#components/front/TagRail';
import { authorAddress } from '#model/addresses';
import { authorData } from '../head';
import { pageSize } from '../numbered';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

/** An author without a public article has no page. */
export const authorFront = (slug: string, page: number) => {
  const at = now();
  const author = archive.author(slug, at);
  const list = archive.byAuthor(slug, page, pageSize, at);
  if (!author || list.total === 0 || page > list.pages) notFound();
  const tags = archive.tagsOf({ author: slug }, 8, at);
  return (
    <Sheet at={at} data={authorData(author, list.items)}>
      <div className="wrap">
        <AuthorHead author={author} photo={author.photo}>
          <ArticleBody tree={author.body.tree} material={author.material} lang={site.locale} />
        </AuthorHead>
        <ListFront
          articles={list.items}
          now={at}
          page={page}
          pages={list.pages}
          addressOf={(number) => authorAddress(slug, number)}
          place={{ author: slug }}
          rail={tags.length > 0 && <TagRail title="Writes about" tags={tags} />}
        />
      </div>
    </Sheet>
  );
};
