/** `npm run mirror`: brings a folder in step with the publication. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '#archive/archive';
import type { Archive } from '#archive/questions';
import { keyFileAddress } from '#audience/receivers';
import { frameOrigins } from '#edge/frameOrigins';
import { policiesFor } from '#edge/policies';
import { staticFiles, type StaticFile } from '#edge/staticFiles';
import { ledgerFile, openDisk } from '#mirror/disk';
import { mirrorFlags, mirrorUsage, type MirrorFlags } from '#mirror/flags';
import { mirrorFolder } from '#mirror/folder';
import { freshArchive } from '#mirror/fresh';
import { openKeeping } from '#mirror/keeping';
import { openLedger, type Ledger } from '#mirror/ledger';
import { lockFolder } from '#mirror/lock';
import { scanFor } from '#mirror/references';
import { openRenderingHouse, type RenderingHouse } from '#mirror/renderingHouse';
import { noteOf, noteText, progressOn, type MirrorNote } from '#mirror/report';
import { mirrorOnce, type RoundNote } from '#mirror/round';
import { contentUsage } from '#model/machinePolicy';
import { CommandFault, commandPlace, type CommandPlace, type Environment } from '#newsroom/commandPlace';
import type { Screen } from '#newsroom/screen';

/** What the process hands to the command. */
export type MirrorStart = {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  /** Scripts of the renderer, beside this one when bundled. */
  readonly renderer: string;
  readonly execArgv: readonly string[];
  readonly out: Screen;
  readonly side: Screen;
  /** Fulfilled when the person who started it has seen enough. */
  readonly stopped: AbortSignal;
};

/** Rounds at most: a newsroom that publishes without a pause gets the rest the next time. */
const mostRounds = 5;

/** The build that makes the pages, by its own name. */
const buildOf = (root: string): string => {
  const file = join(root, '.next', 'BUILD_ID');
  if (!existsSync(file))
    throw new CommandFault('This site is not built yet. Run it as npm run mirror, which builds it.');
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
};

/** Files that are not rendered, and the proof for search engines that whoever calls them is this site. */
const filesOf = (root: string, key: string | undefined): ReadonlyMap<string, StaticFile> => {
  const proof: [string, StaticFile][] = key
    ? [
        [
          keyFileAddress(key),
          { type: 'text/plain; charset=utf-8', cacheControl: 'public, max-age=3600', body: Buffer.from(key) },
        ],
      ]
    : [];
  return new Map([...staticFiles(root), ...proof]);
};

/** An archive that has become empty is a wrong setting far more often than the end of a paper. */
const refuseEmpty = (archive: Archive, ledger: Ledger, { contentDir, now }: CommandPlace): void => {
  const had = [...ledger.entries.keys()].some((address) => /^\/\d{4}\/\d\d\/\d\d\/[^/]+$/.test(address));
  if (!had || archive.latest(1, 1, now()).total > 0) return;
  throw new CommandFault(
    `No article is public any more, and the mirror would lose all of its own. Check CONTENT_DIR (${contentDir}); if it is meant, delete the folder.`,
  );
};

type Opened = {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly house: RenderingHouse;
  readonly place: CommandPlace;
  readonly flags: MirrorFlags;
  readonly folder: string;
};

const mirror = async (opened: Opened, start: MirrorStart): Promise<MirrorNote> => {
  const began = performance.now();
  const { archive, ledger, house, place, flags, folder } = opened;
  const disk = openDisk(folder);
  const keeping = openKeeping(disk, ledger, flags.layout);
  const build = buildOf(start.cwd);
  const files = filesOf(start.cwd, start.env.INDEXNOW_KEY || place.site.indexNow.key);
  const maker = { siteUrl: place.siteUrl, layout: flags.layout, build };
  if (flags.all) ledger.adopt({ ...maker, build: 'none' });
  const rounds: RoundNote[] = [];
  do {
    rounds.push(
      await mirrorOnce({
        archive,
        house,
        ledger,
        disk,
        keeping,
        files,
        scan: scanFor(place.siteUrl),
        maker,
        now: place.now,
        cards: flags.cards,
        listGone: flags.listGone,
        progress: progressOn(start.side),
        stopped: start.stopped,
      }),
    );
  } while (archive.edition().number !== rounds.at(-1)?.edition.number && rounds.length < mostRounds);
  const seconds = (performance.now() - began) / 1000;
  return noteOf(rounds, {
    tally: keeping.tally,
    files: [...ledger.entries.values()].filter(({ file }) => file !== '').length,
    folder,
    seconds,
  });
};

/** Whoever may not write there is told so before anything is read. */
const openNewDisk = (folder: string): void => {
  try {
    openDisk(folder);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new CommandFault(`${folder} cannot be written: ${why}. Name a folder in which this user may write.`);
  }
};

const openAndMirror = async (start: MirrorStart, flags: MirrorFlags, typed: string): Promise<number> => {
  const place = commandPlace(start.env, start.cwd);
  const { contentDir, dataDir, siteUrl, site, now } = place;
  if (!existsSync(contentDir)) throw new CommandFault(`There is no folder ${contentDir}. Check CONTENT_DIR.`);
  const [typedIn = start.cwd] = place.standing;
  const folder = mirrorFolder({
    typed,
    typedIn,
    root: start.cwd,
    contentDir,
    dataDir,
    intoExisting: flags.intoExisting,
  });
  openNewDisk(folder);
  const leave = lockFolder(folder);
  const ledger = openLedger(ledgerFile(folder));
  try {
    const { number, at } = await freshArchive({ contentDir, dataDir, site, siteUrl, now });
    const archive = openArchive({ dataDir });
    refuseEmpty(archive, ledger, place);
    const house = openRenderingHouse({
      script: start.renderer,
      execArgv: start.execArgv,
      siteUrl,
      policies: policiesFor({ siteUrl, frameOrigins, contentUsage: contentUsage(site.machines) }),
      clockShift: Math.round(now() - Date.now()),
      edition: { number, at, changes: [], removed: [] },
    });
    // What an edition changed will be asked for, and a renderer takes as long to start as these notes to be compared.
    if (ledger.reached()?.number !== number) house.begin();
    try {
      const note = await mirror({ archive, ledger, house, place, flags, folder }, start);
      start.out.write(flags.json ? `${JSON.stringify(note, null, 2)}\n` : noteText(start.out, note));
      return note.failures.length > 0 ? 1 : 0;
    } finally {
      await house.close();
      archive.close();
    }
  } finally {
    ledger.close();
    leave();
  }
};

/** Runs the command; answers with its exit code: 0 everything is there, 1 some files are not, 2 nothing was mirrored. */
export const runMirror = async (start: MirrorStart): Promise<number> => {
  try {
    const flags = mirrorFlags(start.args);
    if (flags.folder !== undefined && !flags.help) return await openAndMirror(start, flags, flags.folder);
    start.out.write(mirrorUsage);
    return 0;
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    start.side.write(`${fault.message}\n`);
    return 2;
  }
};
