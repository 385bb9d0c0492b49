/** Finds the route of an address, by the rules of the App Router that this paper uses: names before parameters. */

/** A folder of `app/` with a page or a document in it, as its address is written there: `/tag/[tag]/page/[n]`. */
export type RoutePlace = { readonly place: string };

/** What the address says at the places of the parameters, still percent-encoded, as Next gives them to a page. */
export type RouteParams = Readonly<Record<string, string>>;

/** A route and its parameters. */
export type Found<Route> = { readonly route: Route; readonly params: RouteParams };

const parameter = /^\[(\w+)\]$/;

const nameIn = (segment: string): string | undefined => parameter.exec(segment)?.[1];

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

/** Names come before parameters, from the left: `/category/[category]` beats `/[year]/[month]`. */
const rankOf = (place: string): string =>
  segmentsOf(place)
    .map((segment) => (nameIn(segment) === undefined ? '0' : '1'))
    .join('');

const paramsAt = (place: readonly string[], asked: readonly string[]): RouteParams | undefined => {
  const params: Record<string, string> = {};
  for (const [nth, segment] of place.entries()) {
    const [name, said = ''] = [nameIn(segment), asked[nth]];
    if (name !== undefined) params[name] = said;
    else if (segment !== said) return undefined;
  }
  return params;
};

/** Makes the finder; paths come as they stand in a request line, without their query. */
export const finderFor = <Route extends RoutePlace>(routes: readonly Route[]) => {
  const byLength = new Map<number, { readonly route: Route; readonly segments: readonly string[] }[]>();
  for (const route of [...routes].sort((a, b) => (rankOf(a.place) < rankOf(b.place) ? -1 : 1))) {
    const segments = segmentsOf(route.place);
    byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), { route, segments }]);
  }
  return (path: string): Found<Route> | undefined => {
    const asked = segmentsOf(path);
    for (const { route, segments } of byLength.get(asked.length) ?? []) {
      const params = paramsAt(segments, asked);
      if (params) return { route, params };
    }
    return undefined;
  };
};
