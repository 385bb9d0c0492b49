/** Running coverage: asks now and then whether the page has new entries, and shows them when the reader wants to see them. */
import { island, make } from '#islands/island';
import { newsIn, takeOver } from '#islands/liveEntries';

/** Milliseconds between two questions; they grow while nothing happens and while the network is away. */
const soonest = 30_000;
const latest = 300_000;
const growth = 1.5;

// The one place of the paper that is red: something new, and a way to act on it. Over the page's foot, so that nothing moves.
const css = `[role=status]{position:fixed;z-index:9;inset-block-end:0;inset-inline:0}
button{display:block;inline-size:100%;min-block-size:3rem;padding-inline:1rem;background:var(--accent-fill);
color:var(--on-accent);font:700 1rem/1.2 var(--sans);text-align:center}
button:focus-visible{outline-color:var(--on-accent)}@media print{[role=status]{display:none}}`;

/** Parts of the page that say something of all entries together. */
const around = ['.live-status', '.live-side'];

/** The page as it is now, read by the browser without running or loading any of it; the answer's status where it is not there. */
const pageNow = (): Promise<Document | number> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', location.pathname);
    // A page may be shown for some seconds while it is asked for anew: whoever looks for news wants it as it is.
    request.setRequestHeader('Cache-Control', 'no-cache');
    request.responseType = 'document';
    request.onloadend = () =>
      resolve(request.status === 200 && request.responseXML ? request.responseXML : request.status);
    request.send();
  });

/** A reader who saves data, as far as the browser tells. */
const savesData = (): boolean => {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
};

const wordsFor = (added: number): string => {
  if (added === 0) return 'An entry was changed. Show it';
  return added === 1 ? '1 new entry. Show it' : `${added} new entries. Show them`;
};

/** Replaces what another part of the page says, and its entries, by those of a newer page. */
const showFresh = (host: HTMLElement, page: Document, fresh: Element): void => {
  for (const part of around) {
    const there = document.querySelector(part);
    const newer = page.querySelector(part);
    if (there && newer && !there.isEqualNode(newer)) there.replaceWith(document.importNode(newer, true));
  }
  const first = takeOver(host, fresh);
  if (!first) return;
  first.scrollIntoView({ block: 'start' });
  first.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true });
};

/** Asks again and again as long as `look` gives the milliseconds until the next time; never while the page is hidden. */
const repeat = (look: () => Promise<number | undefined>): void => {
  let due = soonest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (milliseconds: number): void => {
    due = Date.now() + milliseconds;
    timer = setTimeout(() => void ask(), milliseconds);
  };
  const ask = async (): Promise<void> => {
    timer = undefined;
    if (document.hidden) return;
    const next = await look();
    if (next === undefined) document.removeEventListener('visibilitychange', seen);
    // Not all readers at once.
    else wait(next * (0.8 + Math.random() * 0.4));
  };
  const seen = (): void => {
    if (!document.hidden && timer === undefined && Date.now() >= due) void ask();
  };
  document.addEventListener('visibilitychange', seen);
  wait(soonest);
};

/** A newer state of the page that the reader has not seen yet. */
type Newer = { readonly page: Document; readonly fresh: Element };

/** With `running` it asks; without, and for readers who save data, it is only what the page says. */
export const defineLive = (): void =>
  island('paper-live', css, (host, shadow) => {
    const button = make('button', { type: 'button', hidden: true });
    const status = make('div', {}, button);
    status.setAttribute('role', 'status');
    shadow.append(make('slot'), status);
    // In development the page renews itself.
    if (!host.hasAttribute('running') || document.documentElement.dataset.edition || savesData()) return;
    let newer: Newer | undefined;
    let pause = soonest;
    const offer = (words: string): void => {
      button.hidden = words === '';
      // Said once: the same words again would be read out again.
      if (button.textContent !== words) button.textContent = words;
    };
    button.addEventListener('click', () => {
      offer('');
      if (newer) showFresh(host, newer.page, newer.fresh);
    });
    repeat(async () => {
      const page = await pageNow();
      if (page === 404 || page === 410) return undefined;
      const fresh = typeof page === 'number' ? null : page.querySelector('paper-live');
      if (typeof page === 'number' || !fresh) return (pause = Math.min(latest, pause * 2));
      newer = { page, fresh };
      const { added, changed } = newsIn(host, fresh);
      const isNews = added > 0 || changed;
      offer(isNews ? wordsFor(added) : '');
      pause = isNews ? soonest : Math.min(latest, pause * growth);
      return fresh.hasAttribute('running') ? pause : undefined;
    });
  });
