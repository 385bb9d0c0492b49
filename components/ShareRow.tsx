/** Ways to pass an article on. */
import { shareLinks } from '#model/share';

type ShareRowProps = {
  readonly headline: string;
  /** The article's full public address. */
  readonly url: string;
};

/** A ruled table of words; the first is solid because it is first. The last cell is for what only a script can do. */
export function ShareRow({ headline, url }: ShareRowProps) {
  return (
    <section className="part print:hidden" aria-labelledby="share">
      <h2 className="text-section" id="share">
        Share
      </h2>
      <ul className="share" role="list">
        {shareLinks(headline, url).map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
        <li className="share-here">
          <paper-share url={url} name={headline} />
        </li>
      </ul>
    </section>
  );
}
