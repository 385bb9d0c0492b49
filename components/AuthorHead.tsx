/** The head of an author's page: portrait or initials, name, role, biography, ways to write. */
import type { ReactNode } from 'react';
import { Portrait } from '#components/Portrait';
import type { Author } from '#model/people';
import type { Photo } from '#model/photo';

type AuthorHeadProps = {
  readonly author: Pick<Author, 'name' | 'role' | 'email' | 'links' | 'guest' | 'left'>;
  readonly photo?: Photo | undefined;
  /** The biography. */
  readonly children?: ReactNode;
};

const standing = ({ role, guest, left }: Pick<Author, 'role' | 'guest' | 'left'>): string =>
  [role, guest && 'Guest author', left && 'No longer with the paper'].filter(Boolean).join(' · ');

/** One author. */
export function AuthorHead({ author, photo, children }: AuthorHeadProps) {
  return (
    <header className="grid grid-cols-[min(5.5rem,26%)_minmax(0,1fr)] items-start gap-x-4 gap-y-4 py-5 lg:grid-cols-[10rem_minmax(0,1fr)] lg:gap-x-gap lg:gap-y-2">
      <div className="lg:row-span-2 [&_.initials]:text-[2.25rem] lg:[&_.initials]:text-[4.5rem]">
        <Portrait name={author.name} photo={photo} sizes="(min-width: 60rem) 10rem, 5.5rem" />
      </div>
      <div>
        <h1 className="text-h1 leading-[1.02] font-bold tracking-[-.025em]">{author.name}</h1>
        <p className="mt-2 font-sans text-note leading-[1.4] text-ink-3">{standing(author)}</p>
      </div>
      <div className="col-span-2 max-w-[40rem] text-[1.125rem] leading-[1.5] lg:col-span-1 lg:col-start-2">
        <div className="linked-in [&>p+p]:mt-2">{children}</div>
        <Links author={author} />
      </div>
    </header>
  );
}

function Links({ author: { email, links, left } }: Pick<AuthorHeadProps, 'author'>) {
  const all = [...(email && !left ? [{ url: `mailto:${email}`, label: 'E-mail' }] : []), ...links];
  if (all.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 font-sans text-fact font-medium" role="list">
      {all.map(({ url, label }) => (
        <li key={url}>
          <a
            className="quiet block py-[.8rem] leading-[1.2]"
            href={url}
            rel={url.startsWith('http') ? 'me' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
