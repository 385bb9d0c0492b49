/** Words in another language or script, as they were said or written, and beneath them what they mean. */
import type { Element } from 'hast';
import { Children, isValidElement, type ReactNode } from 'react';
import { directionOf, directionOfWords } from '#model/language';
import { wordsOf } from '#model/treeWords';

type QuoteProps = {
  /** BCP 47 language of the original. */
  readonly lang: string;
  /** Direction where the language alone does not tell it. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** The element as stored, to see which of its paragraphs run the other way. */
  readonly node: Element;
  readonly children: ReactNode;
};

/**
 * Quotation; what runs from right to left is set larger, for its letters are smaller. Paragraphs inside it that run the other
 * way are its translation, and stand beneath in the language of the article.
 */
export function Quote({ lang, dir = directionOf(lang), node, children }: QuoteProps) {
  const paragraphs = node.children.filter((child) => child.type === 'element');
  const drawn = Children.toArray(children).filter((child) => isValidElement(child));
  const runsBack = (at: number): boolean => {
    const paragraph = paragraphs[at];
    return dir === 'rtl' && paragraph?.tagName === 'p' && directionOfWords(wordsOf(paragraph)) === 'ltr';
  };
  const original = drawn.filter((_, at) => !runsBack(at));
  const beneath = drawn.filter((_, at) => runsBack(at));
  return (
    <figure className="quote" dir={dir}>
      <blockquote lang={lang || undefined}>{original.length > 0 ? original : children}</blockquote>
      {original.length > 0 && beneath.length > 0 && <figcaption dir="auto">{beneath}</figcaption>}
    </figure>
  );
}
