/** A film as structured data (https://developers.google.com/search/docs/appearance/structured-data/video). */
import type { VideoObject } from 'schema-dts';
import { isoMoment } from '#model/dates';
import { excerptOf } from '#model/excerpt';
import { fileAddress } from '#model/fileAddress';
import type { ShownVideo } from '#model/people';
import { pictureUrls } from '#model/pictureSources';
import { videoAddress } from '#model/videos';
import { absolute, type Paper } from '#syndication/paper';

const descriptionLength = 300;

/** Where the provider's own player stands, or the film itself. */
const whereToPlay = (paper: Paper, { provider, id, source }: ShownVideo) => {
  if (provider === 'file')
    return source && { contentUrl: absolute(paper, fileAddress(source)), encodingFormat: source.mime };
  if (id === undefined) return undefined;
  return {
    embedUrl:
      provider === 'youtube'
        ? `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`
        : `https://player.vimeo.com/video/${encodeURIComponent(id)}`,
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
  const play = whereToPlay(paper, video);
  if (!video.poster || !play) return undefined;
  return {
    '@type': 'VideoObject',
    name: video.title,
    description: video.text === '' ? video.title : excerptOf(video.text, descriptionLength),
    thumbnailUrl: pictureUrls(video.poster).ratios.map(({ address }) => absolute(paper, address)),
    uploadDate: isoMoment(video.publishedAt, paper.site),
    duration: duration(video.seconds),
    url: absolute(paper, videoAddress(video.slug)),
    ...(video.text !== '' && { transcript: video.text }),
    ...play,
  };
};
