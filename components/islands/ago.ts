/** Times that say how long ago they were, as long as that is less than a day; the date stays in the markup. */
import { island, make } from '#islands/island';
import { agoFor } from '#islands/span';

/** Milliseconds between two looks at the clock. */
const every = 20_000;

const drawn = new Set<() => void>();
const drawAll = (): void => drawn.forEach((draw) => draw());

const made = new Map<string, Intl.RelativeTimeFormat>();

/**
 * The words of the page's language. A browser reads its tables of words for the first of them, longer than all the rest of
 * the paper's script takes, and before the first paint: so they are made when a piece is young enough to need them.
 */
const wordsOf = (style: 'long' | 'short'): Intl.RelativeTimeFormat => {
  const there = made.get(style);
  if (there) return there;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style });
  made.set(style, words);
  return words;
};

/**
 * `at` is the moment in ISO 8601. The words stand instead of what the page says there, or with `after` behind it. Where they
 * would need another line, they are shortened or left out: nothing moves under a reader's eyes.
 */
export const defineAgo = (): void => {
  island('paper-ago', ':host{display:inline}', (host, shadow) => {
    const at = host.getAttribute('at') ?? '';
    const behind = host.hasAttribute('after');
    const slot = make('slot');
    const time = make('time', { dateTime: at });
    shadow.append(slot, time);
    const say = (text: string): void => {
      time.textContent = text && behind ? `, ${text}` : text;
      slot.hidden = text !== '' && !behind;
    };
    const draw = (): void => {
      if (!host.isConnected) return void drawn.delete(draw);
      const line = host.closest('p, div');
      if (!(line instanceof HTMLElement)) return;
      const ago = agoFor(Date.now() - Date.parse(at));
      say('');
      if (!ago) return;
      const height = line.offsetHeight;
      for (const style of ['long', 'short'] as const) {
        say(wordsOf(style).format(-ago.count, ago.unit));
        if (line.offsetHeight <= height) return;
      }
      say('');
    };
    drawn.add(draw);
    // The browser draws the first time when it has the style sheet: only then a line can be measured.
    requestAnimationFrame(draw);
  });
  setInterval(() => document.hidden || drawAll(), every);
  document.addEventListener('visibilitychange', drawAll);
};
