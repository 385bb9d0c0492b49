/** Media RSS (https://www.rssboard.org/media-rss): pictures and films in RSS and Atom. */
import type { FeedItem } from '#syndication/feed';
import type { FeedFilm, FeedPicture } from '#syndication/feedMedia';
import { absolute, type Paper } from '#syndication/paper';
import { xmlAttributes, xmlElement, xmlEmpty } from '#syndication/xml';

/** Declaration of the namespace. */
export const mediaNamespace = 'xmlns:media="http://search.yahoo.com/mrss/"';

const content = (attributes: Parameters<typeof xmlAttributes>[0], children: readonly string[]): string =>
  `<media:content${xmlAttributes(attributes)}>${children.join('')}</media:content>`;

const pictureXml = (paper: Paper, picture: FeedPicture): string =>
  content(
    {
      url: absolute(paper, picture.address),
      fileSize: picture.bytes,
      type: picture.type,
      medium: 'image',
      width: picture.width,
      height: picture.height,
    },
    [xmlElement('media:credit', picture.credit), xmlElement('media:description', picture.words)],
  );

const filmXml = (paper: Paper, { title, seconds, file, player, poster }: FeedFilm): string => {
  const parts = [
    xmlElement('media:title', title),
    poster
      ? xmlEmpty('media:thumbnail', {
          url: absolute(paper, poster.address),
          width: poster.width,
          height: poster.height,
        })
      : '',
    player === undefined ? '' : xmlEmpty('media:player', { url: player }),
  ];
  const shared = { medium: 'video', duration: seconds };
  if (file)
    return content({ url: absolute(paper, file.address), fileSize: file.bytes, type: file.type, ...shared }, parts);
  return player === undefined ? '' : content(shared, parts);
};

/** Picture and film of an entry. */
export const mediaXml = (paper: Paper, { picture, film }: FeedItem): string =>
  [picture ? pictureXml(paper, picture) : '', film ? filmXml(paper, film) : ''].join('');

/** A file that a program may take along: the film before the picture, since RSS has room for one. */
export type Enclosure = { readonly url: string; readonly type: string; readonly length: number };

/** The file of an entry; none where its length is not known, which every form of feed wants told. */
export const enclosureOf = (paper: Paper, { picture, film }: FeedItem): Enclosure | undefined => {
  if (film?.file) return { url: absolute(paper, film.file.address), type: film.file.type, length: film.file.bytes };
  if (picture?.bytes === undefined) return undefined;
  return { url: absolute(paper, picture.address), type: picture.type, length: picture.bytes };
};
