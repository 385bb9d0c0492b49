/** The flag of a section: a thick rule, the section's name, and at the other end the way to all of it. */
type SectionFlagProps = {
  readonly title: string;
  /** Names the heading for `aria-labelledby`. */
  readonly id?: string;
  /** Where all of the section is. */
  readonly all?: { readonly href: string; readonly name: string } | undefined;
};

/** Heading of a strip, a band or a list. */
export function SectionFlag({ title, id, all }: SectionFlagProps) {
  return (
    <div className="flag">
      <h2 className="min-w-0 text-section" id={id}>
        {title}
      </h2>
      {all && (
        <a className="min-w-0 wrap-anywhere" href={all.href}>
          {all.name}
        </a>
      )}
    </div>
  );
}
