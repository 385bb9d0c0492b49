/** The blocks of the front, row by row. */
import type { ReactNode } from 'react';
import { Briefs } from '#components/front/Briefs';
import { FrontTop } from '#components/front/FrontTop';
import { LatestStrip } from '#components/front/LatestStrip';
import { MostRead } from '#components/front/MostRead';
import { OpinionBand } from '#components/front/OpinionBand';
import { SectionStrip } from '#components/front/SectionStrip';
import { SeriesStrip } from '#components/front/SeriesStrip';
import { Shelf } from '#components/front/Shelf';
import { VideosBand } from '#components/front/VideosBand';
import type { Writer } from '#components/teaser/Voice';
import type { Front } from '#model/front';
import { type FrontRow, hasRoomInRail, rowsFor } from '#model/frontRows';
import type { Moment } from '#model/moment';
import type { MostReadList } from '#model/mostRead';

type FrontBlocksProps = {
  readonly front: Front;
  readonly now: Moment;
  /** Who writes, by the author's file name, for the opinion band. */
  readonly writers: ReadonlyMap<string, Writer>;
  /** What readers read most, for the block that shows it. */
  readonly mostRead: readonly MostReadList[];
  /** The newsletter's card: in the rail where that has room, else at the foot. */
  readonly offer?: ReactNode;
};

/** Everything between masthead and foot. */
export function FrontBlocks({ front, now, writers, mostRead, offer }: FrontBlocksProps) {
  const rows = rowsFor(front);
  const inRail = hasRoomInRail(rows);
  return (
    <>
      {rows.map((row, place) => (
        <Row key={place} row={row} now={now} writers={writers} mostRead={mostRead} offer={inRail && offer} />
      ))}
      {!inRail && offer && <div className="wrap strip print:hidden">{offer}</div>}
    </>
  );
}

type RowProps = Omit<FrontBlocksProps, 'front'> & { readonly row: FrontRow };

function Row({ row, now, writers, mostRead, offer }: RowProps) {
  switch (row.row) {
    case 'top':
      return <FrontTop row={row} now={now} offer={offer} />;
    case 'brief':
      return <Briefs articles={row.articles} />;
    case 'opinion':
      return <OpinionBand articles={row.articles} writers={writers} />;
    case 'latest':
      return <LatestStrip articles={row.articles} now={now} />;
    case 'most-read':
      return <MostRead lists={mostRead} size={row.size} />;
    case 'strip':
      return <SectionStrip section={row.section} number={row.number} now={now} />;
    case 'shelf':
      return <Shelf sections={row.sections} now={now} />;
    case 'series':
      return <SeriesStrip section={row.section} now={now} />;
    case 'videos':
      return <VideosBand videos={row.videos} />;
  }
}
