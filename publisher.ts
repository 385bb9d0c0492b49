/** The publisher's process: watches the newsroom's folder, keeps the archive in step with it, tells of each edition. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openArchive } from '#archive/archive';
import { isCorrupt, onDamage } from '#archive/damage';
import { archiveIdentity, setCorruptArchiveAside } from '#archive/database';
import { watchFiles } from '#archive/fileWatch';
import { firstPart } from '#archive/firstPart';
import { createIngest } from '#archive/ingest';
import { gitAtWork } from '#archive/gitAtWork';
import { openPublishing } from '#archive/publishing';
import { openPulling } from '#archive/remote/pulling';
import type { OpenPulling } from '#archive/remote/pulling';
import { everyPage } from '#archive/store/changes';
import { latestEdition } from '#archive/store/edition';
import type { EditionNote } from '#archive/store/edition';
import { watchContent } from '#archive/watch';
import { type Herald, openHerald } from '#audience/herald';
import { receiversFor } from '#audience/receivers';
import { joinServer } from '#edge/child';
import { complain, log, mention, takeConsole } from '#edge/log';
import { isNewsItself } from '#model/publicState';
import { site } from '#site';
import { now } from './clock';
import { settings } from './settings';

process.title = 'standfirst publisher';
takeConsole('publisher');

/** Lines of progress come at most so often, in milliseconds, and only where there is much to read. */
const progressEvery = 2000;
const much = 200;

/** More changed addresses than this are told as "every page". */
const mostNamed = 2000;
/** And so many are mentioned in the log. */
const mostMentioned = 40;

const progress = (): ((read: number, of: number) => void) => {
  let last = performance.now();
  return (read, of) => {
    if (read === 0 || of < much || performance.now() - last < progressEvery) return;
    last = performance.now();
    log('publisher', `${read} of ${of} files read`);
  };
};

/** In development the layout imports this file, so that an open page is drawn anew when there is an edition. */
const tellDevelopment = ({ number, at }: EditionNote): void => {
  if (!settings.preview) return;
  mkdirSync('.build', { recursive: true });
  writeFileSync('.build/edition.json', JSON.stringify({ number, at }));
};

const reasonOf = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

const ingest = createIngest({
  contentDir: settings.contentDir,
  dataDir: settings.dataDir,
  site,
  siteUrl: settings.siteUrl,
  now,
  progress: progress(),
});

let told = 0;
let broken = '';

/** Names the files that have problems whenever the list changes: the newsroom reads it in the log. */
const tellProblems = (files: readonly string[]): void => {
  const list = files.join(', ');
  if (list === broken) return;
  broken = list;
  if (files.length === 0) return log('publisher', 'no file has problems any more');
  const named = files.slice(0, 10).join(', ') + (files.length > 10 ? ', …' : '');
  complain('publisher', `${files.length} file(s) with problems: ${named} (npm run check says what and how to mend it)`);
};

/** The watch over the folder, from the first edition on: until then it would only take time from it. */
let watch: ReturnType<typeof watchContent> | undefined;
let closed = false;

const beginWatch = (): void => {
  if (closed) return;
  // It compares the folder once when it has begun, so what was saved since the first look is not missed.
  watch ??= watchContent(settings.contentDir, {
    changed: desk.changed,
    trouble: (what) => complain('publisher', `${what}; the folder is compared once a minute meanwhile`),
  });
};

const done = (note: EditionNote, took?: number): void => {
  beginWatch();
  tellProblems(note.withProblems);
  if (note.number === told) return;
  const { number, at, removed } = note;
  // A list of thousands would hold up the pipe; then every page may have changed.
  const changes = note.changes.length > mostNamed ? [everyPage] : note.changes;
  say({ type: 'edition', edition: { number, at, changes, removed, ...(took !== undefined && { took }) } });
  if (told === 0) say({ type: 'ready' });
  told = note.number;
  // After the front door: whoever is told comes at once to look.
  herald?.hear(note.changes.filter(isNewsItself));
  tellDevelopment(note);
  if (!note.made) return;
  log('publisher', `edition ${note.number}: ${note.read} of ${note.documents} documents read`);
  mention('publisher', `edition ${note.number} names ${note.changes.slice(0, mostMentioned).join(' ')}`);
};

/** Its own window: it looks while the next edition is being made. */
const archive = openArchive({ dataDir: settings.dataDir });

/** Nobody is told of a site on a desk at home, nor where the publication names nobody. */
const heraldOfThisSite = (): Herald | undefined => {
  const receivers = receiversFor({ site, siteUrl: settings.siteUrl, key: settings.indexNowKey });
  if (settings.preview || receivers.length === 0) return undefined;
  return openHerald({
    place: settings,
    siteUrl: settings.siteUrl,
    receivers,
    now,
    states: (addresses, at) => archive.publicStates(addresses, at),
    log: (what) => log('herald', what),
  });
};
const herald = heraldOfThisSite();
/** Sets a damaged archive aside and ends: the next process makes it anew, while readers have what the door keeps. */
const mend = (): void => {
  complain('publisher', 'archive.db is damaged: it is set aside as archive.db.corrupt and made anew from the content');
  setCorruptArchiveAside(settings.dataDir);
  process.exit(1);
};

/** What a reader found damaged may have been set aside before he said so: the file in its place is a new one. */
const mendFile = (file: number): void => void (archiveIdentity(settings.dataDir) === file && mend());
onDamage(({ file }) => mendFile(file));

/** Whether readers have an edition already: then a new archive must be whole before it takes the old one's place. */
let readersHaveOne = false;

const desk = openPublishing({
  ingest,
  now,
  done,
  failed: (fault) => {
    beginWatch();
    complain('publisher', `no edition could be made: ${reasonOf(fault)}`);
    if (isCorrupt(fault)) mend();
  },
  isWriting: gitAtWork(settings.contentDir),
  stands: () => latestEdition(ingest.db).number > 0,
  firstPart: () => (readersHaveOne ? undefined : firstPart(ingest.db, settings.contentDir)),
});
/** What the last pull said, so that a remote that is away for a night is told of once. */
let lastSaid = '';

const pullingOfThisSite = (): OpenPulling | undefined => {
  const { pull: plan, contentDir } = settings;
  if (!plan) return undefined;
  return openPulling({
    contentDir,
    plan,
    env: plan.env,
    hold: desk.hold,
    told: ({ outcome, message }, ms) => {
      say({ type: 'pulled', pulled: { outcome, at: now(), ms } });
      const isWell = outcome === 'new' || outcome === 'unchanged';
      if (outcome === 'new') log('publisher', message);
      else if (isWell && lastSaid !== '') log('publisher', 'the remote can be pulled from again; there is nothing new');
      else if (isWell) mention('publisher', message);
      if (!isWell && message !== lastSaid) complain('publisher', message);
      lastSaid = isWell ? '' : message;
    },
  });
};
const pulling = pullingOfThisSite();
const say = joinServer({
  onPull: () => pulling?.pull(),
  onEdition: ({ edition }) => (readersHaveOne = edition !== undefined),
  onMend: mendFile,
  onStop: async () => {
    closed = true;
    desk.close();
    await pulling?.close();
    await watch?.close();
    await ingest.close();
    await herald?.close();
    archive.close();
  },
});

// What somebody deleted would be written on unseen: the next process makes a new one.
watchFiles(settings.dataDir, () => {
  complain('publisher', 'archive.db was deleted, replaced or emptied: it is made anew from the content');
  process.exit(1);
});
