/** A day of the paper. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DayPage } from '#components/dates/DayPage';
import { checkPeriod, periodAddress } from '#model/addresses';
import { middayOf } from '#model/calendar';
import { head } from '../../../head';
import { archive, now, site } from '../../../paper';
import { daysAround, mostOfPeriod, periodName } from '../../../periods';
import { Sheet } from '../../../Sheet';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly year: string; readonly month: string; readonly day: string }> };

const periodIn = async ({ params }: Props) => {
  const { year, month, day } = await params;
  return checkPeriod([year, month, day]);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const period = await periodIn(props);
  if (!period) return {};
  const name = periodName(period);
  return head({
    title: name,
    description: `Every story ${site.name} published on ${name}.`,
    address: periodAddress(period),
  });
};

/** `/2026/10/15` */
export default async function DayRoute(props: Props) {
  const at = now();
  const { year, month = 1, day = 1 } = (await periodIn(props)) ?? notFound();
  const [yearAt, monthAt] = [periodAddress({ year }), periodAddress({ year, month })];
  const dayAt = periodAddress({ year, month, day });
  const list = archive.inPeriod(dayAt, 1, mostOfPeriod, at);
  if (list.total === 0) notFound();
  return (
    <Sheet at={at}>
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
