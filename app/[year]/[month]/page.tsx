/** A month of the paper: its calendar and everything in it. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MonthPage } from '#components/dates/MonthPage';
import { periodAddress, periodOf } from '#model/addresses';
import { trailToPeriod } from '#model/trail';
import { collectionData, listed, trailData } from '../../head';
import { archive, now, site } from '../../paper';
import {
  monthsAround,
  mostOfPeriod,
  periodName,
  yearsAt,
  periodHead,
  periodIn,
  type PeriodParams,
} from '../../periods';
import { Sheet } from '../../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: PeriodParams };

export const generateMetadata = ({ params }: Props): Promise<Metadata> => periodHead(params);

/** `/2026/10` */
export default async function MonthRoute({ params }: Props) {
  const at = now();
  const { year, month = 1 } = (await periodIn(params)) ?? notFound();
  const [yearAt, monthAt] = [periodAddress({ year }), periodAddress({ year, month })];
  const list = archive.inPeriod(monthAt, 1, mostOfPeriod, at);
  if (list.total === 0) notFound();
  return (
    <Sheet
      at={at}
      data={[
        ...collectionData({ name: periodName({ year, month }), address: monthAt, items: listed(list.items) }),
        ...trailData(trailToPeriod({ year, month }, periodName({ year, month }))),
      ]}
    >
      <MonthPage
        period={{ year, month }}
        name={periodName({ year, month })}
        today={periodOf(at, site.timeZone)}
        list={list}
        days={archive.periods(monthAt, at)}
        months={archive.periods(yearAt, at)}
        years={yearsAt(at)}
        {...monthsAround(yearAt, monthAt, at)}
      />
    </Sheet>
  );
}
