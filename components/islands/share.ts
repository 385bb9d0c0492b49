/** Passing an article on with what the telephone has: its own share sheet, and the address to carry away. */
import { island, make } from '#islands/island';

/** Milliseconds for which the button says that the address was copied. */
const saidFor = 3000;

const css = `:host{display:flex;gap:1px;block-size:100%}
button{flex:1;display:flex;align-items:center;justify-content:center;min-block-size:3rem;outline:1px solid var(--rule);
font:500 .9375rem/1.1 var(--sans);text-align:center}
button:focus-visible{outline:3px solid var(--accent)}
[role=status]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
@media(hover:hover){button:hover{background:var(--buff)}}`;

const copyWord = 'Copy link';

/** The button says in its own place what came of it; `status` says it to those who hear the page. */
const copyButton = (url: string, status: HTMLElement): HTMLButtonElement => {
  const button = make('button', { type: 'button' }, copyWord);
  const say = (text: string): void => {
    status.textContent = button.textContent = text;
    setTimeout(() => {
      button.textContent = copyWord;
      status.textContent = '';
    }, saidFor);
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(url).then(
      () => say('Link copied'),
      () => say('Not allowed here'),
    );
  });
  return button;
};

const sheetButton = (url: string, title: string): HTMLButtonElement => {
  const button = make('button', { type: 'button' }, 'Share with…');
  // A reader who closes the sheet has not done anything wrong.
  button.addEventListener('click', () => void navigator.share({ title, url }).catch(() => undefined));
  return button;
};

/** The last cell of the share row. Both ways need a secure page; where there is none, the plain links are all. */
export const defineShare = (): void =>
  island('paper-share', css, (host, shadow) => {
    const url = host.getAttribute('url') ?? location.href;
    const status = make('span');
    status.setAttribute('role', 'status');
    shadow.append(status);
    if ('clipboard' in navigator) shadow.append(copyButton(url, status));
    if ('share' in navigator) shadow.append(sheetButton(url, host.getAttribute('name') ?? document.title));
  });
