/** `npm run move`: plans a move from the whole newsroom, shows it, and makes it wholly or not at all. */
import type { Database } from '#archive/database';
import { lookInHand } from '#archive/inHand';
import { createIngest } from '#archive/ingest';
import { openKnownMedia } from '#archive/store/knownMedia';
import { noteReferencesOfBad } from '#newsroom/badReferences';
import type { Start } from '#newsroom/checkNewsroom';
import { CommandFault, commandPlace, type CommandPlace } from '#newsroom/commandPlace';
import { checkFolders } from '#newsroom/contentFolder';
import { changeFiles } from '#newsroom/move/changeFiles';
import { destinationFor } from '#newsroom/move/destination';
import { moveFlags, moveUsage, type MoveFlags } from '#newsroom/move/flags';
import { planMove, type MovePlan } from '#newsroom/move/plan';
import { checkoutOf, tellGit } from '#newsroom/move/staging';
import { tellMove } from '#newsroom/move/tellMove';
import { whichArticle } from '#newsroom/move/whichArticle';

/** Plans what the flags ask for, from an archive that has just read the newsroom. Throws `CommandFault` with what is in the way. */
export const planIn = (db: Database, place: CommandPlace, flags: MoveFlags): MovePlan => {
  const from = whichArticle(db, place, flags.article);
  const plan = planMove(db, place, destinationFor(db, place, from, flags), { alias: flags.alias });
  if (plan.renames.length === 0 && plan.rewritten.length === 0)
    throw new CommandFault(`${from} is there already; nothing is to be moved.`);
  return plan;
};

const planFor = async (flags: MoveFlags, place: CommandPlace): Promise<MovePlan> => {
  const knownMedia = openKnownMedia(place);
  const ingest = createIngest({ ...place, dataDir: ':memory:', inHand: lookInHand(place.dataDir), knownMedia });
  try {
    await ingest.run();
    knownMedia.keep();
    noteReferencesOfBad(ingest.db, place);
    return planIn(ingest.db, place, flags);
  } finally {
    await ingest.close();
  }
};

/** Runs the command; answers with its exit code: 0 where the article was moved (or would be), 1 where nothing was done. */
export const moveArticle = async ({ args, env, cwd, out, side }: Start): Promise<number> => {
  try {
    const flags = moveFlags(args);
    if (flags.help) {
      out.write(moveUsage);
      return 0;
    }
    const place = commandPlace(env, cwd);
    checkFolders(place.contentDir);
    const plan = await planFor(flags, place);
    const checkout = flags.dryRun ? undefined : checkoutOf(place.contentDir, plan);
    if (!flags.dryRun) changeFiles(place.contentDir, plan, () => checkout && tellGit(checkout, plan));
    tellMove(out, place, plan, { dryRun: flags.dryRun, staged: checkout !== undefined });
    return 0;
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    side.write(`${fault.message}\n`);
    return 1;
  }
};
