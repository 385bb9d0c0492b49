/** Every feed of the paper: asks the archive what it holds, and answers in the form that the address names. */
import { receiversFor } from '#audience/receivers';
import { feedFormatOf, feedUnder, type FeedFormat, type FeedOf, pageOfFeed } from '#model/feeds';
import type { Moment } from '#model/moment';
import { atomFor } from '#syndication/atom';
import type { Feed } from '#syndication/feed';
import { jsonFeedFor } from '#syndication/jsonFeed';
import { licenceLink } from '#syndication/licence';
import { absolute, type Paper } from '#syndication/paper';
import { rssFor } from '#syndication/rss';
import { articleItems, correctionItems, videoItems } from './feedItems';
import { paper } from './machines';
import { archive, now, settings, site } from './paper';

type Shown = Pick<Feed, 'title' | 'heading' | 'description' | 'items'>;

const titled = (heading: string): Pick<Feed, 'title' | 'heading'> => ({ title: `${site.name}: ${heading}`, heading });

/** A feed stands where its page stands: a list without a piece has neither, a category has both from its first day. */
const shownFor = async (of: FeedOf, at: Moment): Promise<Shown | undefined> => {
  switch (of?.list) {
    case undefined:
      return {
        title: site.name,
        heading: 'The newest pieces',
        description: site.description,
        items: await articleItems({}, at),
      };
    case 'category': {
      const category = archive.category(of.slug);
      if (!category) return undefined;
      const items = await articleItems({ category: of.slug }, at);
      return { ...titled(category.title), description: category.description, items };
    }
    case 'author': {
      const author = archive.author(of.slug, at);
      const items = author ? await articleItems({ author: of.slug }, at) : [];
      if (!author || items.length === 0) return undefined;
      return { ...titled(author.name), description: `What ${author.name} writes for ${site.name}.`, items };
    }
    case 'series': {
      const series = archive.series(of.slug);
      const items = series ? await articleItems({ series: of.slug }, at) : [];
      if (!series || items.length === 0) return undefined;
      return { ...titled(series.title), description: series.description, items };
    }
    case 'tag': {
      const tag = archive.tag(of.slug, at);
      if (!tag) return undefined;
      const items = await articleItems({ tag: of.slug }, at);
      return { ...titled(tag.name), description: `Pieces about ${tag.name} in ${site.name}.`, items };
    }
    case 'corrections':
      return {
        ...titled('Corrections'),
        description: 'What we got wrong, put right, newest first. Nothing is taken away.',
        items: correctionItems(at),
      };
    case 'videos':
      return {
        ...titled('Videos'),
        description: `Short films from ${site.name}, each with its words written out.`,
        items: videoItems(at),
      };
  }
};

/** Moment of the newest entry or of the last change of the list, whichever is later; of the archive where it is empty. */
const changedOf = (page: string, { items }: Shown): Moment => {
  const moments = [...items.map(({ updated }) => updated), archive.listChanged(page) ?? []].flat();
  return moments.length > 0 ? Math.max(...moments) : archive.edition().at;
};

const hubs = receiversFor({ site, siteUrl: settings.siteUrl }).flatMap(({ kind, address }) =>
  kind === 'hub' ? [address] : [],
);

const written: Readonly<Record<FeedFormat['name'], (paper: Paper, feed: Feed) => string>> = {
  'feed.xml': rssFor,
  'atom.xml': atomFor,
  'feed.json': jsonFeedFor,
};

/** Where the feed is, who tells of its changes (https://www.w3.org/TR/websub/#discovery), and what may be done with it. */
const linkHeader = (self: string, { type }: FeedFormat): string =>
  [`<${self}>; rel="self"; type="${type}"`, ...hubs.map((hub) => `<${hub}>; rel="hub"`), licenceLink(paper)].join(', ');

/** The feed of `of` whose address ends with `name`; 404 where there is none. */
export const feedAnswer = async (of: FeedOf, name: string): Promise<Response> => {
  const format = feedFormatOf(name);
  const shown = format && (await shownFor(of, now()));
  if (!shown) return new Response(null, { status: 404 });
  const page = pageOfFeed(of);
  const changed = changedOf(page, shown);
  return new Response(written[format.name](paper, { ...shown, page, hubs, changed }), {
    headers: {
      'content-type': `${format.type}; charset=utf-8`,
      'content-language': site.locale,
      'last-modified': new Date(changed).toUTCString(),
      link: linkHeader(absolute(paper, feedUnder(page, format.name)), format),
    },
  });
};
