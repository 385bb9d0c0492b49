/** Videos that may be shown, newest first. */
import { showVideo } from '#archive/queries/material';
import type { Window } from '#archive/queries/window';
import type { Moment } from '#model/moment';
import type { ShownVideo } from '#model/people';

const allVideos = (window: Window, now: Moment): ShownVideo[] =>
  [...window.held().videos.values()]
    .sort((a, b) => b.publishedAt - a.publishedAt || (a.slug < b.slug ? -1 : 1))
    .flatMap((video) => showVideo(window, video, now) ?? []);

/** Some of the videos, from the `offset`th. */
export const firstVideos = (window: Window, offset: number, size: number, now: Moment): ShownVideo[] =>
  allVideos(window, now).slice(offset, offset + size);

/** How many there are. */
export const countVideos = (window: Window, now: Moment): number => allVideos(window, now).length;
