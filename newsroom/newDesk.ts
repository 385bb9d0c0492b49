/** What a new document needs to know of the newsroom: who writes, which sections there are, what time it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '#archive/readDocument';
import type { DocumentValue, Reading } from '#archive/reading';
import { nameFromSlug } from '#model/names';
import type { Moment } from '#model/moment';
import { readWallClock, wallClockText } from '#model/wallClock';
import { isoMoment } from '#model/dates';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';

/** Something that is there already, with the name that people read. */
export type Named = { readonly slug: string; readonly name: string; readonly order?: number };

/** Reads a document of this newsroom from its bytes. */
export const readAs = (place: CommandPlace, file: string, bytes: Uint8Array): Reading => {
  const { timeZone, timeZoneName, smartPunctuation } = place.site;
  return readDocument(file, bytes, { timeZone, timeZoneName, smartPunctuation, siteUrl: place.siteUrl });
};

const nameIn = (value: DocumentValue | undefined): Omit<Named, 'slug'> | undefined => {
  switch (value?.kind) {
    case 'author':
      return { name: value.author.name };
    case 'category':
      return { name: value.category.title, order: value.category.order };
    case 'series':
      return { name: value.series.title };
    default:
      return undefined;
  }
};

/** The documents of one folder, by name; one that has problems counts, for it may be good again tomorrow. */
export const namedIn = (place: CommandPlace, folder: 'authors' | 'categories' | 'series'): Named[] => {
  let names: string[];
  try {
    names = readdirSync(join(place.contentDir, folder)).filter((name) => name.endsWith('.mdx'));
  } catch {
    // A newsroom that is only beginning has none.
    return [];
  }
  return names
    .map((name): Named => {
      const slug = name.slice(0, -'.mdx'.length).normalize('NFC');
      const bytes = readFileSync(join(place.contentDir, folder, name));
      const told = nameIn(readAs(place, `${folder}/${name.normalize('NFC')}`, bytes).value);
      return { slug, name: nameFromSlug(slug), ...told };
    })
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.name.localeCompare(b.name));
};

/** The present moment, moved on to the next full five minutes. */
export const nextFive = (now: Moment): Moment => Math.ceil(now / 300_000) * 300_000;

/** A moment as it is written in a file: on the newsroom's wall, with its offset only where the wall shows it twice. */
export const writtenMoment = (moment: Moment, { site }: CommandPlace): string => {
  const text = wallClockText(moment, site.timeZone);
  const read = readWallClock(text, site.timeZone);
  return read.ok && read.moment === moment ? text : isoMoment(moment, site);
};

/** A typed time; throws `CommandFault` with what to write instead. */
export const typedMoment = (typed: string, { site }: CommandPlace): Moment => {
  const read = readWallClock(typed, site.timeZone);
  if (read.ok) return read.moment;
  const { message, write, fix } = read.fault;
  throw new CommandFault(
    `"${typed}" ${message} ${fix ?? (write === undefined ? 'Write it like 2026-10-15 06:00.' : `Write:  ${write}`)}`,
  );
};
