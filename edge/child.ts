/** The child's end of the pipe: says that it lives, hears what to do, and ends when its parent is gone. */
import { forkedMark, heartbeatEvery } from '#edge/messages';
import type { ChildMessage, ServerMessage } from '#edge/messages';

/** What a child does when the server speaks. */
export type ChildDuties = {
  /** What a front door counted; only a renderer hears it. */
  readonly onReads?: (message: Extract<ServerMessage, { type: 'reads' }>) => void;
  readonly onEdition?: (message: Extract<ServerMessage, { type: 'edition' }>) => void;
  /** There is something to pull; only a publisher hears it. */
  readonly onPull?: () => void;
  /** Sets a damaged archive aside, by the number of its file on the disk. */
  readonly onMend?: (file: number) => void;
  /** Ends what is in flight; the process exits when it is done. */
  readonly onStop: () => Promise<void> | void;
};

/**
 * Joins this process to the server that forked it. Gives the function with which it speaks. Without a parent (started by
 * hand) nothing is said and nothing heard.
 */
export const joinServer = ({
  onEdition,
  onReads,
  onPull,
  onMend,
  onStop,
}: ChildDuties): ((message: ChildMessage) => void) => {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await onStop();
    process.exit(0);
  };
  const isAlone = process.env[forkedMark] === undefined || process.send === undefined;
  if (isAlone) {
    process.on('SIGINT', () => void end()).on('SIGTERM', () => void end());
    return () => undefined;
  }
  // A pipe that closes under a message is the parent's death, which `disconnect` reports.
  const say = (message: ChildMessage): void => void (process.connected && process.send?.(message, () => undefined));
  setInterval(() => say({ type: 'heartbeat' }), heartbeatEvery).unref();
  process.on('message', (message: ServerMessage) => {
    switch (message.type) {
      case 'stop':
        return void end();
      case 'mend':
        return onMend?.(message.file);
      case 'reads':
        return onReads?.(message);
      case 'pull':
        return onPull?.();
      case 'edition':
        return onEdition?.(message);
    }
  });
  // Ctrl-C reaches the whole group: the server decides when its children end.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit(0));
  return say;
};
