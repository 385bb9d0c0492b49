/** From a teaser to its article and back: headline and photo of the one piece become those of the other. */

/** What one article is on a page. */
type Piece = { readonly headline: Element | null; readonly photo: Element | null };

const pathOf = (url: string | null | undefined): string | undefined =>
  url && URL.canParse(url) ? new URL(url).pathname : undefined;

const teaserOf = (path: string | undefined): Piece | undefined => {
  if (!path) return undefined;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.headline > a')];
  const link = links.find(({ href }) => pathOf(href) === path);
  const teaser = link?.closest('.teaser, .lead');
  return link && { headline: link.parentElement, photo: teaser?.querySelector('img') ?? null };
};

/** The article that the page itself is. */
const ownPiece = (): Piece => ({
  headline: document.querySelector('.story > .headline'),
  photo: document.querySelector('.story > .figure img, .live-main > .figure img'),
});

/** Names stand on one piece of a page and only for one passage, so that none stands twice. */
const nameFor = ({ headline, photo }: Piece, passage: ViewTransition): void => {
  const set = (name: (part: string) => string): void => {
    for (const [part, element] of Object.entries({ headline, photo })) {
      if (element instanceof HTMLElement) element.style.setProperty('view-transition-name', name(part));
    }
  };
  set((part) => part);
  void passage.finished.finally(() => set(() => 'none'));
};

/** Listens for pages that go and come; browsers without these passages never tell of them. */
export const joinPages = (): void => {
  addEventListener('pageswap', ({ viewTransition, activation }) => {
    if (!viewTransition || !activation) return;
    const forth = activation.navigationType === 'traverse' ? undefined : teaserOf(pathOf(activation.entry.url));
    nameFor(forth ?? ownPiece(), viewTransition);
  });
  addEventListener('pagereveal', ({ viewTransition }) => {
    const activation = viewTransition && navigation.activation;
    if (!activation) return;
    const back = activation.navigationType === 'traverse' ? teaserOf(pathOf(activation.from?.url)) : undefined;
    nameFor(back ?? ownPiece(), viewTransition);
  });
};
