/** A film as structured data (https://developers.google.com/search/docs/appearance/structured-data/video). */
import type { VideoObject } from 'schema-dts';
import { isoMoment } from '#model/dates';
import { excerptOf } from '#model/excerpt';
import { fileAddress } from '#model/fileAddress';
import type { ShownVideo } from '#model/people';
import { pictureUrls } from '#model/pictureSources';
import { playerAddress, videoAddress } from '#model/videos';
import { absolute, type Paper } from '#syndication/paper';

const descriptionLength = 300;

/** Where the provider's own player stands, or the film itself. */
const whereToPlay = (paper: Paper, video: ShownVideo) => {
  const { provider, source } = video;
  if (provider === 'file')
    return source && { contentUrl: absolute(paper, fileAddress(source)), encodingFormat: source.mime };
  const embedUrl = playerAddress(video);
  return embedUrl === undefined ? undefined : { embedUrl };
};

/** What engines ask of a film beside its moments: its picture, its words, and where it plays. */
export type FilmFacts = {
  /** In 16:9, 4:3 and 1:1, in full. */
  readonly thumbnails: readonly string[];
  readonly description: string;
  /** Of a film of ours. */
  readonly contentUrl?: string;
  readonly encodingFormat?: string;
  /** Of a provider's. */
  readonly embedUrl?: string;
};

/** The same for structured data and sitemaps; nothing where a film has no picture or nothing to play: no engine takes it. */
export const filmFacts = (paper: Paper, video: ShownVideo): FilmFacts | undefined => {
  const play = whereToPlay(paper, video);
  if (!video.poster || !play) return undefined;
  return {
    thumbnails: pictureUrls(video.poster).ratios.map(({ address }) => absolute(paper, address)),
    description: video.text === '' ? video.title : excerptOf(video.text, descriptionLength),
    ...play,
  };
};

/** ISO 8601, e.g. `PT1H4M7S`. */
const duration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor(whole / 60) % 60, 'M'],
    [whole % 60, 'S'],
  ] as const;
  const written = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`);
  return `PT${written.length > 0 ? written.join('') : '0S'}`;
};

/** The film; nothing where it has no picture to stand for it or nothing to play, without which no engine takes it. */
export const videoNodeFor = (paper: Paper, video: ShownVideo): VideoObject | undefined => {
  const facts = filmFacts(paper, video);
  if (!facts) return undefined;
  const { thumbnails, description, ...play } = facts;
  return {
    '@type': 'VideoObject',
    name: video.title,
    description,
    thumbnailUrl: [...thumbnails],
    uploadDate: isoMoment(video.publishedAt, paper.site),
    duration: duration(video.seconds),
    url: absolute(paper, videoAddress(video.slug)),
    ...(video.text !== '' && { transcript: video.text }),
    ...play,
  };
};
