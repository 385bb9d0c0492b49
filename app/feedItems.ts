/** Asks the archive for what a full-text feed holds. */
import { plainBody, type PlainMaterial } from '#archive/body/plainBody';
import type { ArticleWithBody } from '#archive/questions';
import { knownAddress } from '#model/addresses';
import { fileAddress } from '#model/fileAddress';
import type { Moment } from '#model/moment';
import { offeredWidths, renditionAddress, renditionSize } from '#model/renditions';
import { absolute } from '#syndication/paper';
import type { FeedItem } from '#syndication/rss';
import { paper } from './machines';
import { archive } from './paper';

/** Articles in a feed, and the widest picture in one: feed readers choose no rendition by themselves. */
const inFeed = 30;
const widest = 960;

const pathOf = (href: string): string => href.replace(/[?#].*$/, '');

/** What a plain body of a piece may show, with whole addresses. */
export const materialOf = ({ article, material }: Pick<ArticleWithBody, 'article' | 'material'>): PlainMaterial => ({
  absolute: (path) => absolute(paper, path),
  address: article.address,
  isPublic: (href) => knownAddress(pathOf(href))?.kind !== 'article' || material.publicLinks.has(pathOf(href)),
  picture: (file) => {
    const photo = material.photos.get(file);
    if (!photo) return undefined;
    const width = offeredWidths(photo, 'natural').findLast((offered) => offered <= widest) ?? widest;
    const src = absolute(paper, renditionAddress(photo, 'natural', width, 'jpg'));
    return {
      src,
      ...renditionSize(photo, 'natural', width),
      alt: photo.alt,
      caption: photo.caption,
      credit: photo.credit,
    };
  },
  asset: (file) => {
    const asset = material.assets.get(file);
    return asset && { href: absolute(paper, fileAddress(asset)), ...(asset.rows && { rows: asset.rows }) };
  },
  video: (id) => {
    const video = material.videos.get(id);
    return video && { title: video.title, href: absolute(paper, `/videos#${id}`) };
  },
});

const itemOf = (piece: ArticleWithBody): FeedItem =>
  piece.article.source?.syndicate === false
    ? { article: piece.article }
    : { article: piece.article, html: plainBody(piece.body.tree, materialOf(piece)) };

/** The newest articles of the paper or of one of its lists; copy that may not be syndicated comes without its body. */
export const feedItems = (of: Parameters<typeof archive.latestWithBodies>[0], now: Moment): readonly FeedItem[] =>
  archive.latestWithBodies(of, inFeed, now).map(itemOf);
