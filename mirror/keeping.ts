/** Puts answers into the folder as files, and takes files away: what changed is written, what did not is left as it lies. */
import { createHash } from 'node:crypto';
import type { AskedAddress } from '#edge/address';
import type { Disk } from '#mirror/disk';
import { headersOf, kindOf } from '#mirror/hostFiles';
import type { Entry, Ledger } from '#mirror/ledger';
import { createRoom, fileFor, type Layout, type Room } from '#mirror/places';
import type { Related } from '#mirror/relations';

/** A file as it is to lie in the folder. */
export type NewFile = Omit<Entry, 'file' | 'hash' | 'bytes'> & {
  /** Asked where its bytes are others than before: the same bytes have to do with the same addresses. */
  readonly related: () => Related;
  readonly asked: Pick<AskedAddress, 'address' | 'path'>;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Its path, where that is not the one of its address. */
  readonly file?: string;
};

/** What happened to the folder. */
export type Tally = { written: number; removed: number; bytes: number };

/** The keeping of files. */
export type Keeping = {
  readonly tally: Tally;
  /** Whether the file lies there as it was written. */
  readonly stands: (entry: Entry) => boolean;
  /** Puts a file in its place. Throws with words for a person where it has none. */
  readonly put: (file: NewFile) => void;
  readonly drop: (address: string) => void;
  /** Notes that no file is to lie at an address, and where it leads instead. */
  readonly putNothing: (address: string, edition: number, until: number, to?: string) => void;
};

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** A file has no place; the message says why. */
export class NoPlace extends Error {}

/** Opens the keeping of a folder; what a killed process had begun is taken away, and comes again in this run. */
export const openKeeping = (disk: Disk, ledger: Ledger, layout: Layout): Keeping => {
  const tally: Tally = { written: 0, removed: 0, bytes: 0 };
  for (const [address, file] of [...ledger.begun]) {
    disk.remove(file);
    if (ledger.entries.has(address)) ledger.putLate(address);
    else ledger.drop(address);
  }
  let drawn: Room | undefined;
  /** Drawn where a file comes or goes: most runs write only where files lie already. */
  const room = (): Room => {
    if (drawn) return drawn;
    drawn = createRoom();
    for (const [address, { file }] of ledger.entries) if (file !== '') drawn.take(file, address);
    return drawn;
  };

  const stands = ({ file, bytes }: Entry): boolean => file === '' || disk.size(file) === bytes;
  const clear = ({ file }: Entry): void => {
    if (file === '') return;
    room().leave(file);
    disk.remove(file);
    tally.removed += 1;
  };

  const placeFor = ({ asked, type, file }: NewFile, before: Entry | undefined): string => {
    const place = file ?? fileFor(asked, type, layout);
    if (place === undefined) throw new NoPlace('no disk can hold a file of this name');
    if (before?.file === place) return place;
    const blocked = room().take(place, asked.path);
    if (blocked !== undefined) throw new NoPlace(blocked);
    if (disk.isThere(place)) {
      room().leave(place);
      throw new NoPlace(`${place} lies there already, and the mirror did not write it: move it away`);
    }
    if (before) clear(before);
    ledger.begin(asked.path, place);
    return place;
  };

  return {
    tally,
    stands,
    put: (made) => {
      const { asked, body, headers, related, file: _file, ...facts } = made;
      const before = ledger.entries.get(asked.path);
      const place = placeFor(made, before);
      const hash = hashOf(body);
      ledger.learnHeaders(kindOf(asked.path, facts.type), headersOf(headers));
      if (before?.hash !== hash || before.file !== place || !stands(before)) {
        disk.write(place, body);
        tally.written += 1;
        tally.bytes += body.length;
      }
      const entry = { ...facts, file: place, hash, bytes: body.length };
      // What an older build noted may be told otherwise by this one.
      if (before?.hash === hash && !before.late) ledger.putAgain(asked.path, entry);
      else ledger.put(asked.path, entry, related());
    },
    drop: (address) => {
      const entry = ledger.entries.get(address);
      if (!entry) return;
      clear(entry);
      ledger.drop(address);
    },
    putNothing: (address, edition, until, to) => {
      const before = ledger.entries.get(address);
      if (before) clear(before);
      const names = to === undefined ? [] : [to];
      const entry = { file: '', hash: '', bytes: 0, type: '', edition, until, ...(to !== undefined && { to }) };
      ledger.put(address, entry, { names, under: [] });
    },
  };
};
