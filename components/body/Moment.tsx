/** One moment of a timeline. */
import type { ReactNode } from 'react';

type MomentProps = {
  /** As the editor writes it: "1887", "14 April 1935", "1914–1918". */
  readonly date: string;
  readonly title?: string | undefined;
  readonly children: ReactNode;
};

/** A year or a short date hangs beside the rail; a longer one stands above the words. */
export function Moment({ date, title, children }: MomentProps) {
  const year = /^\d{4}$/.test(date);
  return (
    <li>
      {year ? <time dateTime={date}>{date}</time> : <span className="when">{date}</span>}
      <div>
        {title && <b className="block">{title}</b>}
        {children}
      </div>
    </li>
  );
}
