/** A month of the paper: its calendar and everything in it. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MonthPage } from '#components/dates/MonthPage';
import { checkPeriod, periodAddress, periodOf } from '#model/addresses';
import { head } from '../../head';
import { archive, now, site } from '../../paper';
import { monthsAround, mostOfPeriod, periodName, yearsAt } from '../../periods';
import { Sheet } from '../../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly year: string; readonly month: string }> };

const periodIn = async ({ params }: Props) => {
  const { year, month } = await params;
  return checkPeriod([year, month]);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const period = await periodIn(props);
  if (!period) return {};
  const name = periodName(period);
  return head({
    title: name,
    description: `Every story ${site.name} published in ${name}.`,
    address: periodAddress(period),
  });
};

/** `/2026/10` */
export default async function MonthRoute(props: Props) {
  const at = now();
  const { year, month = 1 } = (await periodIn(props)) ?? notFound();
  const [yearAt, monthAt] = [periodAddress({ year }), periodAddress({ year, month })];
  const list = archive.inPeriod(monthAt, 1, mostOfPeriod, at);
  if (list.total === 0) notFound();
  return (
    <Sheet at={at}>
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
