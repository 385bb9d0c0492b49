/** The latest in a row of their own, on a front that has no lead to stand beside. */
import { LatestList } from '#components/LatestList';
import { SectionFlag } from '#components/SectionFlag';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

type LatestStripProps = { readonly articles: readonly PublishedArticle[]; readonly now: Moment };

/** Headlines with their times, two columns on wide screens. */
export function LatestStrip({ articles, now }: LatestStripProps) {
  return (
    <section className="wrap strip" aria-labelledby="latest">
      <SectionFlag title="Latest" id="latest" />
      <LatestList articles={articles} now={now} />
    </section>
  );
}
