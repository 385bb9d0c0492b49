/** Notes on the front's plan that depend on the moment: pins and breaking news that are over. */
import type { Database } from '#archive/database';
import { formatMoment } from '#model/dates';
import type { FrontPlan } from '#model/front';
import type { Moment } from '#model/moment';
import type { Finding } from '#model/problem';
import type { Site } from '#model/site';

const file = 'fronts/home.yaml';

/** The plan that stands; `undefined` where the front makes itself. */
export const frontPlanIn = (db: Database): FrontPlan | undefined => {
  const row = db.one<{ value: string }>("select value from setting where name = 'front'");
  // What the archive wrote itself (`archive/store/documents.ts`).
  return row && (JSON.parse(row.value) as FrontPlan);
};

/** A note on each pin that is let go already, and on breaking news that is. */
export const frontNotes = (
  db: Database,
  now: Moment,
  site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>,
): Finding[] => {
  const plan = frontPlanIn(db);
  const over = (field: string, until: Moment | undefined, fix: string): Finding[] => {
    if (until === undefined || until > now) return [];
    const place = db.one<{ line: number; column: number }>(
      'select line, "column" from reference where file = ? and field = ?',
      file,
      field,
    );
    const message = `is over since ${formatMoment(until, site)} and not shown.`;
    return [{ file, line: place?.line ?? 1, column: place?.column ?? 1, field, message, fix }];
  };
  return [
    ...(plan?.pins ?? []).flatMap(({ until }, nth) => over(`pins.${nth}.article`, until, 'Take the pin out.')),
    ...over('breaking.link', plan?.breaking?.until, 'Take breaking out.'),
  ];
};
