/** The front of the paper. */
import type { Metadata } from 'next';
import { BreakingBar } from '#components/BreakingBar';
import { FrontBlocks } from '#components/FrontBlocks';
import { CorrectionEar } from '#components/front/CorrectionEar';
import { articlesOn } from '#model/front';
import { frontData, head } from './head';
import { archive, now } from './paper';
import { mostReadAt } from './mostRead';
import { NewsletterOffer } from './NewsletterOffer';
import { Sheet } from './Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({ address: '/' });

/** What `content/fronts/home.yaml` asks for, filled with what is public now. */
export default function FrontPage() {
  const at = now();
  const front = archive.front(at);
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
