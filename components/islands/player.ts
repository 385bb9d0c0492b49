/** What another site keeps, a film or an embed: its frame is made when a reader taps, and nothing of it before. */
import { island, make } from '#islands/island';

const css = `iframe{display:block;inline-size:100%;border:0;background:var(--buff);aspect-ratio:16/9}
.sound{aspect-ratio:auto;block-size:10.5rem}.page{aspect-ratio:auto;block-size:min(75vh,32rem)}
button{display:inline-flex;align-items:center;justify-content:center;min-block-size:3rem;margin-block-start:.75rem;
padding-inline:min(1.5rem,6vw);border:1px solid var(--rule-2);font:600 1rem/1.2 var(--sans);color:var(--ink)}
@media(hover:hover){button:hover{background:var(--accent-fill);border-color:var(--accent-fill);color:var(--on-accent)}}`;

const frameOf = (host: HTMLElement): HTMLIFrameElement =>
  make('iframe', {
    src: host.getAttribute('src') ?? '',
    title: host.getAttribute('name') ?? '',
    className: host.getAttribute('shape') ?? 'film',
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    referrerPolicy: 'strict-origin-when-cross-origin',
  });

/** A click that asks for a new window, or for nothing but a menu, is the browser's own. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);

/**
 * `src` goes into the frame, `name` says what it is, `shape` is that of the frame. A film plays in place of its poster; with
 * `word` a button of that word stands in place of the link until it was pressed.
 */
export const definePlayer = (): void =>
  island('paper-player', css, (host, shadow) => {
    const slot = make('slot');
    const word = host.getAttribute('word');
    const play = (instead: HTMLElement): void => {
      const frame = frameOf(host);
      instead.replaceWith(frame);
      slot.hidden = false;
      frame.focus();
    };
    if (word) {
      const button = make('button', { type: 'button' }, word);
      button.addEventListener('click', () => play(button));
      slot.hidden = true;
      shadow.append(button, slot);
    } else {
      slot.addEventListener('click', (event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        play(slot);
      });
      shadow.append(slot);
    }
  });
