/** The way from the front to this page. */
import type { Step } from '#model/trail';

type BreadcrumbProps = {
  /** From the front down, without the page's own name. */
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
