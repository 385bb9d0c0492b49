/** A year of the paper, month by month. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Months, Years } from '#components/dates/Months';
import { YearMonths } from '#components/dates/YearMonths';
import { FrontHead } from '#components/front/FrontHead';
import { checkPeriod, periodAddress } from '#model/addresses';
import { formatStories } from '#model/counts';
import { head } from '../head';
import { archive, now, site } from '../paper';
import { yearsAt } from '../periods';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly year: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { year } = checkPeriod([(await params).year]) ?? {};
  if (!year) return {};
  const description = `Every story ${site.name} published in ${year}.`;
  return head({ title: String(year), description, address: periodAddress({ year }) });
};

/** `/2026` */
export default async function YearPage({ params }: Props) {
  const at = now();
  const { year } = checkPeriod([(await params).year]) ?? notFound();
  const months = archive.periods(periodAddress({ year }), at).toReversed();
  if (months.length === 0) notFound();
  const filled = months.map((month) => ({ ...month, newest: archive.inPeriod(month.address, 1, 5, at).items }));
  const total = months.reduce((sum, { articles }) => sum + articles, 0);
  return (
    <Sheet at={at}>
      <div className="wrap">
        <FrontHead title={String(year)} standfirst={formatStories(total, site.locale)} />
        <Months year={year} locale={site.locale} months={new Set(months.map(({ number }) => number))} />
        <Years years={yearsAt(at)} current={year} />
        <YearMonths year={year} months={filled} />
      </div>
    </Sheet>
  );
}
