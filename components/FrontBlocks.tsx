/** The blocks of the front, row by row. */
import { Briefs } from '#components/front/Briefs';
import { FrontTop } from '#components/front/FrontTop';
import { LatestStrip } from '#components/front/LatestStrip';
import { MostRead } from '#components/front/MostRead';
import { OpinionBand } from '#components/front/OpinionBand';
import { SectionStrip } from '#components/front/SectionStrip';
import { SeriesStrip } from '#components/front/SeriesStrip';
import { Shelf } from '#components/front/Shelf';
import { VideosBand } from '#components/front/VideosBand';
import type { Front } from '#model/front';
import { type FrontRow, rowsFor } from '#model/frontRows';
import type { Moment } from '#model/moment';
import type { Photo } from '#model/photo';

type FrontBlocksProps = {
  readonly front: Front;
  readonly now: Moment;
  /** Portraits by the author's file name, for the opinion band. */
  readonly portraits: ReadonlyMap<string, Photo>;
};

/** Everything between masthead and foot. */
export function FrontBlocks({ front, now, portraits }: FrontBlocksProps) {
  return rowsFor(front).map((row, place) => <Row key={place} row={row} now={now} portraits={portraits} />);
}

type RowProps = Omit<FrontBlocksProps, 'front'> & { readonly row: FrontRow };

function Row({ row, now, portraits }: RowProps) {
  switch (row.row) {
    case 'top':
      return <FrontTop row={row} now={now} />;
    case 'brief':
      return <Briefs articles={row.articles} />;
    case 'opinion':
      return <OpinionBand articles={row.articles} portraits={portraits} />;
    case 'latest':
      return <LatestStrip articles={row.articles} now={now} />;
    case 'most-read':
      return <MostRead articles={row.articles} />;
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
