/** The way from the front to this page. */
import type { Address } from '#model/article';

/** One step; the page of the last step may be this one, and then has no address. */
export type Step = { readonly name: string; readonly href?: Address };

type BreadcrumbProps = {
  /** From the front down, without the article's own headline. */
  readonly steps: readonly Step[];
  /** Where it stands in the page's grid. */
  readonly className?: string;
};

/** Breadcrumb trail; the structured data of the page names the same steps. */
export function Breadcrumb({ steps, className = '' }: BreadcrumbProps) {
  return (
    <nav className={`crumbs ${className}`} aria-label="Breadcrumb">
      <ol>
        {steps.map(({ name, href }) => (
          <li key={name}>{href ? <a href={href}>{name}</a> : name}</li>
        ))}
      </ol>
    </nav>
  );
}
