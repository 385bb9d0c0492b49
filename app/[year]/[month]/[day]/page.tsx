/** A day of the paper. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DayPage } from '#components/dates/DayPage';
import { periodAddress } from '#model/addresses';
import { middayOf } from '#model/calendar';
import { trailToPeriod } from '#model/trail';
import { collectionData, listed, trailData } from '../../../head';
import { archive, now, site } from '../../../paper';
import { daysAround, mostOfPeriod, periodName, periodHead, periodIn, type PeriodParams } from '../../../periods';
import { Sheet } from '../../../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: PeriodParams };

export const generateMetadata = ({ params }: Props): Promise<Metadata> => periodHead(params);

/** `/2026/10/15` */
export default async function DayRoute({ params }: Props) {
  const at = now();
  const { year, month = 1, day = 1 } = (await periodIn(params)) ?? notFound();
  const [yearAt, monthAt] = [periodAddress({ year }), periodAddress({ year, month })];
  const dayAt = periodAddress({ year, month, day });
  const list = archive.inPeriod(dayAt, 1, mostOfPeriod, at);
  if (list.total === 0) notFound();
  return (
    <Sheet
      at={at}
      data={[
        ...collectionData({ name: periodName({ year, month, day }), address: dayAt, items: listed(list.items) }),
        ...trailData(trailToPeriod({ year, month, day }, periodName({ year, month }))),
      ]}
    >
      <DayPage
        period={{ year, month, day }}
        midday={middayOf({ year, month, day }, site.timeZone)}
        monthName={periodName({ year, month })}
        articles={list.items}
        now={at}
        days={archive.periods(monthAt, at)}
        {...daysAround(yearAt, monthAt, dayAt, at)}
      />
    </Sheet>
  );
}
