/** Numbers, and numbers of things in words. */

const formats = new Map<string, Intl.NumberFormat>();

/** "1,204". `Intl` formats cost 20 µs and more to make, so each is made once. */
export const formatNumber = (count: number, locale: string): string => {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(count);
};

const counted = (count: number, one: string, many: string, locale: string): string =>
  `${formatNumber(count, locale)} ${count === 1 ? one : many}`;

/** "1 story", "1,204 stories" */
export const formatStories = (count: number, locale: string): string => counted(count, 'story', 'stories', locale);

/** "45 stories on 15 days" */
export const formatStoriesOnDays = (stories: number, days: number, locale: string): string =>
  days < 2
    ? formatStories(stories, locale)
    : `${formatStories(stories, locale)} on ${counted(days, 'day', 'days', locale)}`;
