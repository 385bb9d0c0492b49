/** All browser code of the paper: one module, and every page is whole without it. */
import { defineAgo } from '#islands/ago';
import { defineLive } from '#islands/live';
import { followMenu } from '#islands/menu';
import { definePlayer } from '#islands/player';
import { defineReading, showChosen } from '#islands/reading';
import { defineShare } from '#islands/share';
import { joinPages } from '#islands/transitions';

showChosen();
joinPages();
followMenu();
// Browsers of before 2023 have no styles for shadows; they show the page as it was sent.
if ('adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype) {
  defineReading();
  defineShare();
  definePlayer();
  defineAgo();
  defineLive();
}
