/** How a reader wants to read: colours and size of the text. Kept in this browser alone and told to nobody. */
import { island, make } from '#islands/island';

/** What can be chosen, by the name of the attribute on the root element; the first value is the paper's own and is not kept. */
const choices = {
  theme: { title: 'Colours', values: { auto: 'Auto', light: 'Light', dark: 'Dark' } },
  text: { title: 'Text', values: { normal: 'Normal', large: 'Large', largest: 'Largest' } },
} as const;

type ChoiceName = keyof typeof choices;

const names: readonly ChoiceName[] = ['theme', 'text'];
const root = document.documentElement;
const keyOf = (name: ChoiceName): string => `paper-${name}`;

/** What was chosen here before; the paper's own where nothing was, or where the browser keeps nothing for us. */
const chosen = (name: ChoiceName): string => {
  const [own = '', ...others] = Object.keys(choices[name].values);
  try {
    return others.find((value) => value === localStorage.getItem(keyOf(name))) ?? own;
  } catch {
    // Storage is closed (SecurityError): the choice lasts as long as the page.
    return root.dataset[name] ?? own;
  }
};

const show = (name: ChoiceName, value: string): void => {
  if (value in choices[name].values && value !== Object.keys(choices[name].values)[0]) root.dataset[name] = value;
  else Reflect.deleteProperty(root.dataset, name);
};

const keep = (name: ChoiceName, value: string): void => {
  show(name, value);
  try {
    if (root.dataset[name]) localStorage.setItem(keyOf(name), value);
    else localStorage.removeItem(keyOf(name));
  } catch {
    // Storage is closed: nothing can be kept, and the page shows the choice all the same.
  }
};

let painted = false;

/** The browser paints its own bar in the colour of the paper; it is asked for that colour only where a reader chose one. */
const paintBar = (): void => {
  if (!root.dataset.theme && !painted) return;
  painted = true;
  const { backgroundColor } = getComputedStyle(document.body);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.sent ??= meta.content;
    meta.content = root.dataset.theme ? backgroundColor : meta.dataset.sent;
  }
};

/** Shows what was chosen before; called before the page is painted, so that nothing flashes. */
export const showChosen = (): void => names.forEach((name) => show(name, chosen(name)));

const css = `fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;align-items:center}
legend{float:inline-start;inline-size:4.25rem;padding:0;font-weight:700}
label{position:relative;display:flex;align-items:center;min-block-size:2.75rem;padding-inline:.75rem;color:var(--ink-2)}
input{position:absolute;inset:0}
label:has(:checked){color:var(--accent);font-weight:700;box-shadow:inset 0 -4px var(--accent)}
@media(hover:hover){label:hover{color:var(--accent)}}`;

/** One row: a title and three words of which one is red. */
const row = (name: ChoiceName): HTMLFieldSetElement => {
  const { title, values } = choices[name];
  const field = make('fieldset', {}, make('legend', {}, title));
  for (const [value, word] of Object.entries(values)) {
    field.append(make('label', {}, make('input', { type: 'radio', name, value }), word));
  }
  return field;
};

/** The switches at the foot of the page. */
export const defineReading = (): void =>
  island('paper-reading', css, (_host, shadow) => {
    shadow.append(...names.map(row));
    const mark = (): void => {
      for (const input of shadow.querySelectorAll('input')) {
        input.checked = names.some((name) => input.name === name && input.value === chosen(name));
      }
    };
    const follow = (): void => {
      showChosen();
      mark();
      paintBar();
    };
    shadow.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      for (const name of names) if (target.name === name) keep(name, target.value);
      paintBar();
    });
    mark();
    // Another window chose; or the page is there in full, for the first time or because the browser had kept it as it was.
    addEventListener('storage', follow);
    addEventListener('pageshow', follow);
  });
