/** The menu is the foot of the page: Escape leads back from there to where the reader was. */

/** Without it the link leads to the foot all the same, and the browser's own way back leads back. */
export const followMenu = (): void => {
  let from: HTMLElement | undefined;
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('a[href="#sections"]') : null;
    if (link) from = link;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !from || location.hash !== '#sections') return;
    from.focus({ preventScroll: true });
    from = undefined;
    // The browser knows where the reader was on the page.
    history.back();
  });
};
