/** The offer of the publication's first newsletter, as pages made of teasers show it. */
import { NewsletterCard } from '#components/NewsletterCard';
import type { Address } from '#model/article';
import { offerStamp } from './audience';
import { site } from './paper';
import { privacyPage } from './privacyPage';

/** Nothing where the publication has no newsletter. */
export function NewsletterOffer({ from }: { readonly from: Address }) {
  const [newsletter] = site.newsletters;
  return (
    newsletter && (
      <NewsletterCard
        newsletter={newsletter}
        consent={site.consent}
        from={from}
        stamp={offerStamp()}
        privacy={privacyPage()}
      />
    )
  );
}
