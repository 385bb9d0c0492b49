/** All corrections of the paper, page by page. */
import { notFound } from 'next/navigation';
import { CorrectionRows } from '#components/CorrectionRows';
import { FrontHead } from '#components/front/FrontHead';
import { Pager } from '#components/Pager';
import { collectionData, listed } from '../head';
import { pageSize } from '../numbered';
import { archive, now } from '../paper';
import { Sheet } from '../Sheet';

const addressOf = (page: number): string => (page > 1 ? `/corrections/page/${page}` : '/corrections');

/** The newest first. */
export const correctionList = (page: number) => {
  const at = now();
  const list = archive.corrections(page, pageSize, at);
  if (page > list.pages) notFound();
  // A piece that was corrected twice is one piece.
  const corrected = [...new Map(list.items.map(({ article }) => [article.address, article])).values()];
  const data = collectionData({
    name: 'Corrections',
    address: addressOf(page),
    items: listed(corrected),
  });
  const policy = archive.aboutPages().find(({ slug }) => slug === 'corrections-policy');
  return (
    <Sheet at={at} data={data}>
      <div className="wrap">
        <FrontHead
          title="Corrections"
          standfirst="What we got wrong, put right, newest first. Nothing is taken away."
        />
        {policy && (
          <p className="meta linked-in mb-4">
            <a href={`/about/${policy.slug}`}>{policy.title}</a>
          </p>
        )}
        <div className="rank">
          {list.total === 0 && <p className="text-note text-ink-2">No correction has been needed yet.</p>}
          <CorrectionRows rows={list.items} />
        </div>
        <Pager page={page} pages={list.pages} addressOf={addressOf} />
      </div>
    </Sheet>
  );
};
