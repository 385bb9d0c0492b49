/** A year of the paper, month by month. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Months, Years } from '#components/dates/Months';
import { YearMonths } from '#components/dates/YearMonths';
import { FrontHead } from '#components/front/FrontHead';
import { periodAddress } from '#model/addresses';
import { formatStories } from '#model/counts';
import { archive, now, site } from '../paper';
import { collectionData, listed } from '../head';
import { yearsAt, periodHead, periodIn, type PeriodParams } from '../periods';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: PeriodParams };

export const generateMetadata = ({ params }: Props): Promise<Metadata> => periodHead(params);

/** `/2026` */
export default async function YearPage({ params }: Props) {
  const at = now();
  const { year } = (await periodIn(params)) ?? notFound();
  const months = archive.periods(periodAddress({ year }), at).toReversed();
  if (months.length === 0) notFound();
  const filled = months.map((month) => ({ ...month, newest: archive.inPeriod(month.address, 1, 5, at).items }));
  const total = months.reduce((sum, { articles }) => sum + articles, 0);
  return (
    <Sheet
      at={at}
      data={collectionData({
        name: String(year),
        address: periodAddress({ year }),
        items: listed(filled.flatMap(({ newest }) => newest)),
      })}
    >
      <div className="wrap">
        <FrontHead title={String(year)} standfirst={formatStories(total, site.locale)} />
        <Months year={year} locale={site.locale} months={new Set(months.map(({ number }) => number))} />
        <Years years={yearsAt(at)} current={year} />
        <YearMonths year={year} months={filled} />
      </div>
    </Sheet>
  );
}
