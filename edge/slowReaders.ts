/** Ends connections whose readers hold up an answer: not those on slow lines, but those who take next to nothing. */
import type { Socket } from 'node:net';

/** How slow is too slow. */
export type Slowness = {
  /** Milliseconds that every answer gets, however short. */
  readonly grace: number;
  /** Bytes in a second that a reader takes at least; the slowest telephone line takes ten times that. */
  readonly rate: number;
};

/** A connection that has bytes to take. */
type Owing = Pick<Socket, 'bytesWritten' | 'writableLength' | 'destroy'>;

type Watched = { readonly since: number; readonly sent: number; readonly until: number };

/**
 * Looks at connections from time to time; gives those that it ended. What a connection has not taken is watched from the
 * first look on: it gets the grace and the time that its bytes take at the least rate, and is ended when it was slower.
 */
export const watchSlowReaders = ({ grace, rate }: Slowness) => {
  const watched = new WeakMap<object, Watched>();
  const watch = (socket: Owing, sent: number, at: number): void =>
    void watched.set(socket, { since: at, sent, until: at + grace + (socket.writableLength / rate) * 1000 });

  return (sockets: Iterable<Owing>, at: number): readonly Owing[] => {
    const slow: Owing[] = [];
    for (const socket of sockets) {
      if (socket.writableLength === 0) {
        watched.delete(socket);
        continue;
      }
      const sent = socket.bytesWritten - socket.writableLength;
      const before = watched.get(socket);
      if (!before) watch(socket, sent, at);
      else if (at >= before.until) {
        if (((sent - before.sent) / (at - before.since)) * 1000 >= rate) watch(socket, sent, at);
        else slow.push(socket);
      }
    }
    for (const socket of slow) socket.destroy();
    return slow;
  };
};
