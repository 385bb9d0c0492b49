/** Something kept at another site: named, and not loaded before the reader goes there. */
import { embedTarget } from '#model/embeds';

type EmbedProps = { readonly url: string; readonly title: string };

/** The other site's name and a link to it; nothing of it is fetched by this page. An address that is not on the list is left out. */
export function Embed({ url, title }: EmbedProps) {
  const target = embedTarget(url);
  if (!target) return null;
  const host = target.provider.name;
  return (
    <div className="tap">
      <b>{title}</b>
      <p>{`This is kept at ${host}, which may set cookies.`}</p>
      <a className="btn btn-quiet" href={target.page} rel="noreferrer">
        {`Open at ${host}`}
      </a>
    </div>
  );
}
