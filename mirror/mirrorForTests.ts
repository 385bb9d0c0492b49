/** For tests: a mirror of a throwaway newsroom, with pages that are as plain as can be and questions that are counted. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import { ledgerFile, openDisk } from '#mirror/disk';
import { openKeeping } from '#mirror/keeping';
import { openLedger, type Ledger } from '#mirror/ledger';
import { scanFor } from '#mirror/references';
import { mirrorOnce, type RoundNote } from '#mirror/round';

/** Articles on one page of a list. */
const pageSize = 2;

/** A mirror and its newsroom. */
export type TestMirror = {
  readonly newsroom: TestNewsroom;
  readonly folder: string;
  /** Addresses that cannot be rendered now. */
  readonly broken: Set<string>;
  /** Words that stand on every page, as another build would have them. */
  build: string;
  /** `fullAfter`: questions after which nothing more can be noted. Publishes and mirrors; gives the note and what was asked for and searched. */
  run(more?: { readonly stopAfter?: number; readonly fullAfter?: number }): Promise<
    RoundNote & {
      readonly paths: readonly string[];
      /** Texts that were searched for addresses. */
      readonly searched: readonly string[];
    }
  >;
  /** All files but the notes, with their words. */
  files(): Readonly<Record<string, string>>;
  close(): Promise<void>;
};

const html = (words: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from(words),
});
const diskIsFull = (): never => {
  throw new Error('ENOSPC: no space left on device, write');
};
const nothing: Answer = { status: 404, headers: {}, body: Buffer.alloc(0) };

const links = (addresses: readonly string[]): string =>
  addresses.map((address) => `<a href="${encodeURI(address)}">${address}</a>`).join('\n');

/** Pages with headlines and links, made by asking the archive as routes do. */
const render = ({ archive, now }: TestNewsroom, { address, known }: AskedAddress): Answer => {
  const list = (base: string, page: number): Answer => {
    const slug = base.split('/')[2] ?? '';
    const { items, pages } = archive.inCategory(slug, page, pageSize, now());
    if (items.length === 0) return nothing;
    const next = page < pages ? [`${base}/page/${page + 1}`] : [];
    return html(items.map(({ headline }) => headline).join() + links([...items.map((item) => item.address), ...next]));
  };
  switch (known?.kind) {
    case 'front': {
      const { items } = archive.latest(1, 3, now());
      return html(
        links([...items.map((item) => item.address), ...archive.categories().map(({ slug }) => `/category/${slug}`)]),
      );
    }
    case 'article': {
      const piece = archive.article(known.address, now());
      const standing = archive.standing(known.address, now());
      if (standing.is === 'moved') return { status: 308, headers: { Location: standing.to }, body: Buffer.alloc(0) };
      if (!piece || known.twin) return nothing;
      const related = archive.relatedTo(piece.article, 2, now());
      return html(`<h1>${piece.article.headline}</h1>${links(related.map((item) => item.address))}`);
    }
    case 'member':
      return known.list === 'category' ? list(`/category/${known.slug}`, known.page) : nothing;
    default:
      return address === '/_not-found' ? { ...html('Nothing here'), status: 404 } : nothing;
  }
};

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((file) => !file.startsWith('.mirror'))
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

/** Opens an empty newsroom and a mirror of it. */
export const openTestMirror = (): TestMirror => {
  const newsroom = openTestNewsroom();
  const base = mkdtempSync(join(tmpdir(), 'mirror-'));
  const folder = join(base, 'out');
  mkdirSync(folder);
  const broken = new Set<string>();
  const siteUrl = 'https://news.example';
  const mirror: TestMirror = {
    newsroom,
    folder,
    broken,
    build: 'one',
    async run({ stopAfter = Infinity, fullAfter = Infinity } = {}) {
      await newsroom.publish();
      const disk = openDisk(folder);
      const ledger = openLedger(ledgerFile(folder));
      const paths: string[] = [];
      const searched: string[] = [];
      const scan = scanFor(siteUrl);
      const stopping = new AbortController();
      let full = false;
      const noted: Ledger = {
        ...ledger,
        put: (...what) => (full ? diskIsFull() : ledger.put(...what)),
        putAgain: (...what) => (full ? diskIsFull() : ledger.putAgain(...what)),
        putLate: (...what) => (full ? diskIsFull() : ledger.putLate(...what)),
      };
      const ask = async (asked: AskedAddress): Promise<Answer> => {
        paths.push(asked.path);
        if (paths.length >= stopAfter) stopping.abort();
        if (paths.length >= fullAfter) full = true;
        await Promise.resolve();
        if (broken.has(asked.path)) throw new Error('the renderer answered 500');
        return render(newsroom, asked);
      };
      try {
        const note = await mirrorOnce({
          archive: newsroom.archive,
          house: { ask },
          ledger: noted,
          disk,
          keeping: openKeeping(disk, noted, 'folder'),
          files: new Map([
            ['/icon.svg', { type: 'image/svg+xml', cacheControl: 'public', body: Buffer.from('<svg/>') }],
          ]),
          scan: (text) => {
            searched.push(text);
            return scan(text);
          },
          maker: { siteUrl, layout: 'folder', build: mirror.build },
          now: newsroom.now,
          cards: 0,
          listGone: false,
          stopped: stopping.signal,
          progress: () => undefined,
        });
        return { ...note, paths, searched };
      } finally {
        ledger.close();
      }
    },
    files: () => filesIn(folder),
    async close() {
      await newsroom.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
  return mirror;
};
