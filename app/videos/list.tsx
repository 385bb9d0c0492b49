/** All videos of the paper, page by page. */
import { notFound } from 'next/navigation';
import { ArticleBody } from '#components/body/ArticleBody';
import { FrontHead } from '#components/front/FrontHead';
import { Pager } from '#components/Pager';
import { VideoEntry } from '#components/VideoEntry';
import { videoAddress } from '#model/videos';
import { collectionData, videoData } from '../head';
import { filmsOnPage } from '../numbered';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

const addressOf = (page: number): string => (page > 1 ? `/videos/page/${page}` : '/videos');

/** Films with their transcripts. */
export const videoList = (page: number) => {
  const at = now();
  const list = archive.videos(page, filmsOnPage, at);
  if (page > list.pages) notFound();
  const videos = list.items.flatMap(({ slug }) => archive.video(slug, at) ?? []);
  const data = [
    ...collectionData({
      name: 'Videos',
      address: addressOf(page),
      items: videos.map(({ slug, title }) => ({ address: videoAddress(slug, page), name: title })),
    }),
    ...videoData(videos),
  ];
  return (
    <Sheet at={at} data={data}>
      <div className="wrap">
        <FrontHead title="Videos" standfirst="Short films, each with its words written out." />
        {videos.length === 0 && <p className="text-note text-ink-2">No video is published yet.</p>}
        <div>
          {videos.map((video, place) => (
            <VideoEntry key={video.slug} video={video} first={page === 1 && place === 0}>
              {video.text !== '' && <ArticleBody tree={video.body.tree} material={video.material} lang={site.locale} />}
            </VideoEntry>
          ))}
        </div>
        <Pager page={page} pages={list.pages} addressOf={addressOf} />
      </div>
    </Sheet>
  );
};
