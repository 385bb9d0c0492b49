/** The offer of a newsletter at the foot of a page: a plain form that works without script. */
import type { Address } from '#model/article';
import type { Newsletter, Site } from '#model/site';

type NewsletterCardProps = {
  readonly newsletter: Newsletter;
  /** What the reader agrees to; stored with the address. */
  readonly consent: Site['consent'];
  /** Page on which the card stands. */
  readonly from: Address;
  /** Sign of when the form was made; `audience/` makes and reads it. */
  readonly stamp?: string | undefined;
  /** The page about readers' data; a paper that has none is not said to have one. */
  readonly privacy?: Address | undefined;
};

/** Sign-up card on buff. The field named `website` is for machines: people do not see it. */
export function NewsletterCard({ newsletter, consent, from, stamp, privacy }: NewsletterCardProps) {
  const { id, name, when, promise } = newsletter;
  return (
    <aside className="on-buff @container border-t-[3px] border-bar print:hidden" aria-labelledby="newsletter-card">
      <div className="px-4 pt-3 pb-5 @min-[46rem]:grid @min-[46rem]:grid-cols-2 @min-[46rem]:gap-x-6">
        <div>
          <p className="kicker">Newsletter</p>
          <h2 className="headline text-[1.5rem] leading-[1.15] font-report tracking-[-.012em]" id="newsletter-card">
            {name}
          </h2>
          <p className="mt-2 mb-4 text-note text-pretty text-ink-2">
            {promise} {when}.
          </p>
        </div>
        <div>
          <form method="post" action="/api/newsletter/sign-up">
            <input type="hidden" name="newsletter" value={id} />
            <input type="hidden" name="from" value={from} />
            {stamp && <input type="hidden" name="stamp" value={stamp} />}
            <label className="field-name" htmlFor="card-email">
              Your e-mail address
            </label>
            <div className="field-row">
              <input
                className="field"
                id="card-email"
                type="email"
                name="email"
                autoComplete="email"
                required
                maxLength={254}
              />
              <button className="btn" type="submit">
                Sign up
              </button>
            </div>
            <p className="unseen" aria-hidden="true">
              <label htmlFor="card-website">Leave this empty</label>
              <input id="card-website" name="website" tabIndex={-1} autoComplete="off" />
            </p>
          </form>
          <p className="meta mt-3">
            {consent.text} {privacy && <a href={privacy}>Privacy</a>}
          </p>
        </div>
      </div>
    </aside>
  );
}
