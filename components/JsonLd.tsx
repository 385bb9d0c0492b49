/** Structured data in a page, escaped so that no headline can end the script. */
import { JsonLdScript } from 'next-seo';
import { cloneElement } from 'react';

/** Signs that mean something to HTML or end a line in old scripts, as JSON may write them too. */
const escaped = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

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
