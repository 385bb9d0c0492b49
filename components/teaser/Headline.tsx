/** The headline of a teaser, which is the link to its article; the link covers the whole teaser. */
type HeadlineProps = {
  readonly text: string;
  readonly href: string;
  /** Level in the page's outline. */
  readonly level: 2 | 3;
  readonly size: 'lead' | 'h1' | 'h2' | 'h3' | 'h4' | 'run' | 'voice';
  /** Weight says the kind: what argues is set light. */
  readonly argues?: boolean;
  /** BCP 47, where the article is not in the publication's language. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
};

const sizes = {
  lead: 'text-lead',
  h1: 'text-h1',
  h2: 'text-h2',
  h3: 'text-h3',
  h4: 'text-h4',
  run: 'text-h3 @min-[34rem]:text-[1.5rem]',
  voice: 'text-[1.5rem] leading-[1.14] tracking-[-.012em]',
} as const;

/** A headline of a rank; its size and weight are all that tells the rank. */
export function Headline({ text, href, level, size, argues = false, lang, dir }: HeadlineProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={`headline ${sizes[size]} ${argues ? 'font-light' : ''}`} lang={lang} dir={dir}>
      <a href={href}>{text}</a>
    </Tag>
  );
}
