/** From what an editor typed to where an article goes, and why it may not go there. */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '#archive/database';
import { checkPeriod } from '#model/addresses';
import { fileNameFault } from '#model/fileNames';
import { nearest } from '#model/nearest';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { addressOfFile, fileOfAddress } from '#newsroom/move/whichArticle';
import type { MoveFlags } from '#newsroom/move/flags';
import { isTaken } from '#newsroom/newNames';

/** Where an article goes; what stays as it is stands there too. */
export type Destination = {
  readonly from: string;
  readonly to: string;
  /** `2026/10/16`. */
  readonly day: string;
  /** Absent where it keeps its category. */
  readonly category?: string;
};

type Wanted = { name?: string; day?: string; category?: string };

const say = (wanted: Wanted, what: keyof Wanted, value: string): void => {
  const said = wanted[what];
  if (said !== undefined && said !== value)
    throw new CommandFault(
      `Two ${what === 'category' ? 'categories' : `${what}s`} are named: ${said} and ${value}. Name one.`,
    );
  wanted[what] = value;
};

const checkedName = (typed: string): string => {
  const name = typed.normalize('NFC');
  const fault = fileNameFault(name);
  if (fault) throw new CommandFault(`${fault.message}${fault.write ? ` Write:  ${fault.write}` : ''}`);
  return name;
};

const checkedDay = (typed: string): string => {
  const parts = typed.split(/[-/]/);
  if (parts.length === 3 && checkPeriod(parts)?.day !== undefined) return parts.join('/');
  throw new CommandFault(`"${typed}" is no day. Write it like 2026-10-16.`);
};

const categoriesIn = (db: Database): string[] =>
  db.all<{ slug: string }>("select slug from entity where kind = 'category' order by slug").map(({ slug }) => slug);

const checkedCategory = (db: Database, typed: string): string => {
  const all = categoriesIn(db);
  const name = typed.normalize('NFC');
  if (all.includes(name)) return name;
  const near = nearest(name, all);
  throw new CommandFault(
    `There is no category ${typed}. ${near ? `Did you mean ${near}?` : `There are: ${all.join(', ')}.`}`,
  );
};

/** An address or a file: the day and the name behind it. */
const wholePlace = /(?:^|\/)(\d{4}\/\d\d\/\d\d)\/([^/]+)$/;

const understand = (db: Database, wanted: Wanted, typed: string): void => {
  const plain = typed
    .trim()
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/\/+$/, '');
  const whole = wholePlace.exec(plain.replace(/\.mdx$/, ''));
  if (whole) {
    say(wanted, 'day', checkedDay(whole[1] ?? ''));
    return say(wanted, 'name', checkedName(whole[2] ?? ''));
  }
  const day = plain.replace(/^(?:.*\/)?articles\/|^\//, '');
  if (/^\d+[-/]\d+[-/]\d+$/.test(day)) return say(wanted, 'day', checkedDay(day));
  if (categoriesIn(db).includes(plain.normalize('NFC'))) return say(wanted, 'category', plain.normalize('NFC'));
  say(wanted, 'name', checkedName(plain.replace(/\.mdx$/, '')));
};

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Throws `CommandFault` where the way to a file is barred: a link would lead it out of the newsroom, and a file is no folder. */
const checkWay = ({ contentDir }: CommandPlace, file: string): void => {
  const parts = dirname(file).split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    const found = lstatSync(join(contentDir, folder), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (!found.isDirectory())
      throw new CommandFault(`Nothing was moved: ${folder} is no folder of the newsroom’s own. Move it away first.`);
  }
};

/** Throws `CommandFault` where something lies already at a file’s new place. */
export const checkPlaceFree = (place: CommandPlace, file: string): void => {
  checkWay(place, file);
  if (isThere(join(place.contentDir, file)))
    throw new CommandFault(`Nothing was moved: ${file} is there already. Give one of the two files another name.`);
};

/** The file of the oldest other article that names this address among its aliases. */
const otherWithAlias = (db: Database, address: string, from: string): string | undefined =>
  db.one<{ file: string }>(
    "select file from claim where address = ? and how = 'alias' and file <> ? order by published_at, file limit 1",
    address,
    from,
  )?.file;

const isGone = (db: Database, address: string): boolean =>
  db.one('select 1 as one from gone where address = ?', address) !== undefined;

/** Throws `CommandFault` where an address is taken: by a file, an alias, `gone.yaml`. */
const checkFree = (db: Database, place: CommandPlace, from: string, to: string): void => {
  const { contentDir } = place;
  checkWay(place, to);
  const address = addressOfFile(to);
  const folder = dirname(to);
  const name = to.slice(folder.length + 1, -'.mdx'.length);
  if (isThere(join(contentDir, to)) || isTaken(join(contentDir, folder), name))
    throw new CommandFault(`${address} is the address of an article already. Take another name.`);
  const other = otherWithAlias(db, address, from);
  if (other)
    throw new CommandFault(`${address} is an old address of ${other}. Take another name, or that alias out there.`);
  if (isGone(db, address))
    throw new CommandFault(
      `${address} stands in gone.yaml: nothing is shown there. Take another name, or that line out.`,
    );
};

/** What may not be left behind. */
const checkLeft = (db: Database, from: string): void => {
  const address = addressOfFile(from);
  if (isGone(db, address))
    throw new CommandFault(
      `${address} stands in gone.yaml: moved, the piece would be public again. Take that line out first, if that is meant.`,
    );
  const other = otherWithAlias(db, address, from);
  if (other)
    throw new CommandFault(
      `${other} names ${address} as its alias. Take it out there first: an old address leads to one place.`,
    );
};

/** Reads where an article is to go. Throws `CommandFault` where it may not go there. */
export const destinationFor = (db: Database, place: CommandPlace, from: string, flags: MoveFlags): Destination => {
  const wanted: Wanted = {};
  if (flags.name !== undefined) say(wanted, 'name', checkedName(flags.name));
  if (flags.date !== undefined) say(wanted, 'day', checkedDay(flags.date));
  if (flags.category !== undefined) say(wanted, 'category', checkedCategory(db, flags.category));
  for (const word of flags.words) understand(db, wanted, word);
  const [, ownDay = '', ownName = ''] = wholePlace.exec(addressOfFile(from)) ?? [];
  const day = wanted.day ?? ownDay;
  const to = fileOfAddress(`/${day}/${wanted.name ?? ownName}`);
  if (to !== from) {
    checkLeft(db, from);
    checkFree(db, place, from, to);
  }
  return { from, to, day, ...(wanted.category !== undefined && { category: wanted.category }) };
};
