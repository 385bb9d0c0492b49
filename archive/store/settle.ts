/** Settles what hangs on other files: problems between them, and versions that waited for the rest. */
import type { PackedReading, Task } from '#archive/desk';
import { crossProblems, neighboursOf } from '#archive/store/crossChecks';
import { put, type Hand } from '#archive/store/hand';

/** Judges a file against the rest; answers whether its present version is now fit to stand. */
const judge = (hand: Hand, file: string): boolean => {
  const problems = crossProblems(hand.db, file);
  const crossed = JSON.stringify(problems);
  hand.db.run('update document set crossed = ?1 where file = ?2 and crossed <> ?1', crossed, file);
  return problems.length === 0;
};

const stand = (hand: Hand, reading: PackedReading): void => {
  put(hand, reading);
  hand.db.run('update document set stands = 1 where file = ?', reading.file);
};

/** Puts in what waited for the rest, and reads again what was held back by a problem that is gone. */
export const settle = async (hand: Hand): Promise<void> => {
  for (const file of [...hand.affected])
    for (const neighbour of neighboursOf(hand.db, file)) hand.affected.add(neighbour);
  const again: Task[] = [];
  // Articles before the live entries that ask for them.
  for (const file of [...hand.affected].sort(
    (a, b) => Number(a.includes('.updates/')) - Number(b.includes('.updates/')),
  )) {
    const fit = judge(hand, file);
    const reading = hand.waiting.get(file);
    if (fit && reading) stand(hand, reading);
    const held = hand.db.one<{ kind: string; stands: number }>(
      "select kind, stands from document where file = ? and problems = '[]'",
      file,
    );
    if (fit && !reading && held?.stands === 0 && held.kind !== 'stray') again.push({ file, onDisk: file });
  }
  hand.waiting.clear();
  if (again.length > 0) {
    await hand.desks.read(again, (answers) => {
      for (const answer of answers) if (answer.is === 'read' && answer.reading.value) stand(hand, answer.reading);
    });
  }
};
