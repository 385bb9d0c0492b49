/** Structured data in a page, escaped so that no headline can end the script. */
import { JsonLdScript } from 'next-seo';
import { cloneElement } from 'react';

/** A sign that begins a tag, as JSON may write it too. */
const escaped = (json: string): string => json.replaceAll('<', '\\u003c');

/**
 * Writes one node; `undefined` writes nothing. next-seo escapes `</script>` alone, but HTML ends a script at `</script >`
 * and `</script/` as well (https://html.spec.whatwg.org/multipage/parsing.html#script-data-end-tag-name-state).
 */
export function JsonLd({ node, id }: { readonly node: object | undefined; readonly id: string }) {
  const script = node && JsonLdScript({ data: node, scriptKey: id });
  if (!script) return null;
  // What next-seo made one line above.
  const { dangerouslySetInnerHTML: written } = script.props as { dangerouslySetInnerHTML: { __html: string } };
  return cloneElement(script, { dangerouslySetInnerHTML: { __html: escaped(written.__html) } });
}
