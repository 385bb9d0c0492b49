/** Entries that a single writer keeps in the body of a live article: taken out of the tree, each with a body of its own. */
import type { Element, ElementContent } from 'hast';
import { bodyOf } from '#archive/body/gather';
import { uniqueId, type TakenNames } from '#archive/body/headings';
import type { Reader } from '#archive/body/reader';
import type { LiveEntry } from '#model/people';
import type { Moment } from '#model/moment';
import { readWallClock } from '#model/wallClock';

/** An entry and the file's line on which it begins. */
export type UpdateEntry = { readonly entry: LiveEntry; readonly line: number };

const isUpdate = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'Update';

/** Parts a tree into its entries and the rest. */
export const withoutUpdates = (
  children: readonly ElementContent[],
  reader: Reader,
): { readonly rest: ElementContent[]; readonly updates: UpdateEntry[] } => {
  const names = new Map<string, number>();
  const updates = children.filter(isUpdate).flatMap((node) => entryOf(node, names, reader));
  return { rest: children.filter((node) => !isUpdate(node)), updates };
};

const entryOf = ({ properties, children }: Element, names: TakenNames, reader: Reader): UpdateEntry[] => {
  const { at: written, headline, key, dataOffset } = properties;
  const offset = Number(dataOffset);
  if (typeof written !== 'string' || typeof headline !== 'string') return [];
  const at = momentOf(written, offset, reader);
  if (at === undefined) return [];
  const slug = uniqueId(written.slice(0, 16).replace(/[T ]/, '-').replace(':', ''), names);
  const body = bodyOf({ type: 'root', children });
  const entry = { slug, at, headline, authors: [], key: key === true, pinned: false, body };
  return [{ entry, line: reader.report.line(offset) }];
};

/** The entry's moment on the newsroom's wall clock; a time that is none is a problem with the time to write. */
const momentOf = (written: string, offset: number, { report, context }: Reader): Moment | undefined => {
  const reading = readWallClock(written, context.timeZone);
  const fault = reading.ok ? reading.otherReading : reading.fault;
  if (fault) {
    const write = fault.write === undefined ? 'Write it like 2026-10-15 06:00.' : `Write:  at="${fault.write}"`;
    const say = reading.ok ? report.note : report.problem;
    say(offset, `at of <Update> ${fault.message}`, fault.fix ?? write);
  }
  return reading.ok ? reading.moment : undefined;
};
