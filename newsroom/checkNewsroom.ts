/** `npm run check`: reads the whole newsroom as the site does, into an archive that nobody keeps, and says what it found. */
import { basename } from 'node:path';
import { lookInHand } from '#archive/inHand';
import { createIngest, type Ingest } from '#archive/ingest';
import { checkFlags, checkUsage, type CheckFlags } from '#newsroom/checkFlags';
import { choiceOf } from '#newsroom/chosenFiles';
import { comingMoments } from '#newsroom/comingMoments';
import { openKnownMedia } from '#archive/store/knownMedia';
import { CommandFault, commandPlace, type CommandPlace, type Environment } from '#newsroom/commandPlace';
import { checkFolders } from '#newsroom/contentFolder';
import { chosenAmong, findingsIn, type Checked } from '#newsroom/findings';
import { heldBack } from '#newsroom/heldBack';
import { mendFiles } from '#newsroom/mendFiles';
import { printFindings } from '#newsroom/printFindings';
import { painted, type Screen } from '#newsroom/screen';
import { comingLines, heldLines, summaryLine } from '#newsroom/summary';
import type { Finding } from '#model/problem';

/** What a command is started with. */
export type Start = {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  /** For the answer, and for everything about the way there. */
  readonly out: Screen;
  readonly side: Screen;
};

/** Signs of life come at most so often, in milliseconds. */
const progressEvery = 2000;

const progressOn = (side: Screen): ((read: number, of: number) => void) => {
  let last = performance.now();
  return (read, of) => {
    if (read === 0 || read === of || performance.now() - last < progressEvery) return;
    last = performance.now();
    side.write(`${read} of ${of} files read\n`);
  };
};

const jsonOf = ({ problems, notes }: Checked, all: Checked, folder: string): string => {
  const inFolder = (finding: Finding): Finding => ({ ...finding, file: `${folder}/${finding.file}` });
  const report = {
    files: all.documents.size,
    articles: all.articles.size,
    problems: problems.map(inFolder),
    notes: notes.map(inFolder),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

const textOf = (
  checked: Checked,
  { db }: Ingest,
  place: CommandPlace,
  { out, chosen, whole }: { out: Screen; chosen: (file: string) => boolean; whole: boolean },
): string => {
  const { contentDir, site } = place;
  const now = place.now();
  const paint = checked.problems.length > 0 ? 'red' : checked.notes.length > 0 ? 'yellow' : 'green';
  const lines = [
    painted(out, paint, summaryLine(checked)),
    ...heldLines(
      out,
      heldBack(db, contentDir, now, site).filter(({ file }) => chosen(file)),
      now,
      site,
    ),
    ...comingLines(
      comingMoments(db, now).filter(({ file }) => chosen(file)),
      now,
      site,
    ),
  ];
  return (
    printFindings(out, { ...checked, folder: basename(contentDir), whole }) + lines.map((line) => `${line}\n`).join('')
  );
};

const checkWith = async (flags: CheckFlags, place: CommandPlace, { out, side }: Start): Promise<number> => {
  checkFolders(place.contentDir);
  const chosen = choiceOf(flags.paths, place);
  const inHand = lookInHand(place.dataDir);
  const knownMedia = openKnownMedia(place);
  const ingest = createIngest({ ...place, dataDir: ':memory:', inHand, knownMedia, progress: progressOn(side) });
  try {
    await ingest.run();
    if (flags.fix && mendFiles(ingest.db, place, chosen, flags.json ? side : out) > 0) await ingest.run();
    knownMedia.keep();
    const all = findingsIn(ingest.db, place);
    const checked = chosenAmong(all, chosen);
    const whole = flags.paths.length > 0;
    out.write(
      flags.json
        ? jsonOf(checked, all, basename(place.contentDir))
        : textOf(checked, ingest, place, { out, chosen, whole }),
    );
    return checked.problems.length > 0 || (flags.strict && checked.notes.length > 0) ? 1 : 0;
  } finally {
    await ingest.close();
  }
};

/** Runs the command; answers with its exit code: 0 without problems, 1 with, 2 where it could not run. */
export const checkNewsroom = async (start: Start): Promise<number> => {
  try {
    const flags = checkFlags(start.args);
    if (flags.help) {
      start.out.write(checkUsage);
      return 0;
    }
    return await checkWith(flags, commandPlace(start.env, start.cwd), start);
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    start.side.write(`${fault.message}\n`);
    return 2;
  }
};
