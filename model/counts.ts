/** Numbers of things in words. */

const counted = (count: number, one: string, many: string, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : many}`;

/** "1 story", "1,204 stories" */
export const formatStories = (count: number, locale: string): string => counted(count, 'story', 'stories', locale);

/** "45 stories on 15 days" */
export const formatStoriesOnDays = (stories: number, days: number, locale: string): string =>
  days < 2
    ? formatStories(stories, locale)
    : `${formatStories(stories, locale)} on ${counted(days, 'day', 'days', locale)}`;
