/** The front of the paper. */
import type { Metadata } from 'next';
import { cache } from 'react';
import { BreakingBar } from '#components/BreakingBar';
import { FrontBlocks } from '#components/FrontBlocks';
import { CorrectionEar } from '#components/front/CorrectionEar';
import { articlesOn } from '#model/front';
import { listPhoto } from '#model/listPhoto';
import { frontData, head } from './head';
import { archive, now } from './paper';
import { mostReadAt } from './mostRead';
import { NewsletterOffer } from './NewsletterOffer';
import { Sheet } from './Sheet';

export const dynamic = 'force-dynamic';

/** Head and page show one front, filled once for each request. */
const frontNow = cache(() => {
  const at = now();
  return { at, front: archive.front(at) };
});

export const generateMetadata = (): Metadata => head({ address: '/', photo: listPhoto(articlesOn(frontNow().front)) });

/** What `content/fronts/home.yaml` asks for, filled with what is public now. */
export default function FrontPage() {
  const { at, front } = frontNow();
  const writers = new Map(archive.authors(at).map((author) => [author.slug, author]));
  const corrected = archive.corrections(1, 5, at).items;
  return (
    <Sheet
      at={at}
      front
      data={frontData(archive.aboutPages(), articlesOn(front))}
      above={front.breaking && <BreakingBar text={front.breaking.text} link={front.breaking.link} />}
      ear={<CorrectionEar rows={corrected} now={at} />}
    >
      <FrontBlocks
        front={front}
        now={at}
        writers={writers}
        mostRead={mostReadAt(at)}
        offer={<NewsletterOffer from="/" />}
      />
    </Sheet>
  );
}
