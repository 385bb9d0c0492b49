/** Watches the content folder: says which files changed, and that all must be compared when something was missed. */
import { realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { subscribe } from '@parcel/watcher';
import type { AsyncSubscription, Event } from '@parcel/watcher';
import { listenNearby, type NearEar } from '#archive/nearEar';

/** What a watcher tells. */
export type WatchNews = {
  /** Paths inside the content folder, with `/`; `undefined`: look at everything. */
  readonly changed: (paths: readonly string[] | undefined) => void;
  /** The folder cannot be watched; told once until it can be again. */
  readonly trouble: (what: string) => void;
};

/** Milliseconds between two looks at whether the folder is still the same one. */
const lookEvery = 1000;

/** Which folder a path leads to now; a folder that was swapped for another has another number. */
const identityOf = (folder: string): { readonly path: string; readonly identity: string } | undefined => {
  try {
    const path = realpathSync(folder);
    const { dev, ino } = statSync(path);
    return { path, identity: `${dev}:${ino}:${path}` };
  } catch {
    return undefined;
  }
};

/** Watches until it is closed. A folder that is not there yet, or goes away, is waited for. */
export const watchContent = (folder: string, news: WatchNews): { readonly close: () => Promise<void> } => {
  let subscription: AsyncSubscription | undefined;
  let near: NearEar | undefined;
  let watched: string | undefined;
  let troubled = false;
  let busy = false;

  const complain = (what: string): void => {
    if (!troubled) news.trouble(what);
    troubled = true;
  };

  const drop = async (): Promise<void> => {
    const last = subscription;
    subscription = undefined;
    watched = undefined;
    near?.close();
    near = undefined;
    // The folder may be gone already, and then there is nothing to unsubscribe.
    await last?.unsubscribe().catch(() => undefined);
  };

  const hear = (path: string, fault: Error | null, events: readonly Event[]): void => {
    if (fault) {
      complain(`watching ${folder} failed: ${fault.message}`);
      void drop();
      return;
    }
    const paths = events.map((event) => relative(path, event.path).split(sep).join('/'));
    // A folder that moved or went names itself alone, not the files in it.
    const aFolder = paths.some((inside) => !/[^/]\.[^/]*$/.test(inside) || inside.startsWith('..'));
    news.changed(aFolder ? undefined : paths);
  };

  /** Subscribes where the folder is another one than before, or none was watched. */
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const found = identityOf(folder);
      if (found?.identity === watched && subscription) return near?.look();
      await drop();
      if (!found) return complain(`${folder} is not there`);
      subscription = await subscribe(found.path, (fault, events) => hear(found.path, fault, events), {
        ignore: ['**/.git', '**/.git/**'],
      });
      watched = found.identity;
      near = listenNearby(found.path, news.changed);
      troubled = false;
      // What happened before the watch began was not heard.
      news.changed(undefined);
    } catch (fault) {
      complain(`watching ${folder} failed: ${fault instanceof Error ? fault.message : String(fault)}`);
    } finally {
      busy = false;
    }
  };

  const timer = setInterval(() => void look(), lookEvery);
  void look();
  return {
    close: async () => {
      clearInterval(timer);
      await drop();
    },
  };
};
