/** What every island is: a custom element that draws beside the page's markup, in a shadow, and never into it. */

/** Opens an island once it stands in the page. Its children may still be on their way, its attributes are there. */
export type Opening = (host: HTMLElement, shadow: ShadowRoot) => void;

/** Lines that all islands share; `slot` shows what the page has without a script. */
const shared = `:host{display:block}[hidden]{display:none!important}
button,input{all:unset;box-sizing:border-box;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:-3px}`;

/** Names an island. Drawn in a shadow, because React would take markup that it did not draw for a fault. */
export const island = (name: string, css: string, open: Opening): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(shared + css);
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        if (this.shadowRoot) return;
        const shadow = this.attachShadow({ mode: 'open' });
        shadow.adoptedStyleSheets = [sheet];
        open(this, shadow);
      }
    },
  );
};

/** Makes an element of a shadow with its properties and children. */
export const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
