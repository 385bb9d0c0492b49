/** Structured data in a page, escaped so that no headline can end the script. */
import { JsonLdScript } from 'next-seo';

/** Writes one node; `undefined` writes nothing. */
export function JsonLd({ node, id }: { readonly node: object | undefined; readonly id: string }) {
  return node ? <JsonLdScript data={node} id={id} scriptKey={id} /> : null;
}
