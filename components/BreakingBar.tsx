/** The bar above everything: one line, one link, at most one, gone at the moment the editor set. */
type BreakingBarProps = { readonly text: string; readonly link: string };

/** The only place where red fills an area. */
export function BreakingBar({ text, link }: BreakingBarProps) {
  return (
    <aside className="bg-accent-fill font-sans text-on-accent print:hidden" aria-label="Breaking news">
      <div className="wrap">
        <a
          className="flex min-h-touch flex-wrap items-baseline gap-x-[.8em] gap-y-[.2em] py-3 leading-[1.35] hover:text-on-accent hover:underline focus-visible:outline-on-accent"
          href={link}
        >
          <b className="font-bold">Breaking</b> <span className="min-w-0">{text}</span>
        </a>
      </div>
    </aside>
  );
}
