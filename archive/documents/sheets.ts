/** From typed YAML to the plan of the front, the list of addresses taken down, and the facts of a photo. */
import { momentIfAny, momentOf, type DocumentDesk } from '#archive/documents/desk';
import { given } from '#archive/documents/given';
import { pointOf } from '#archive/documents/pictures';
import type { DocumentValue } from '#archive/reading';
import type { FrontDocument, GoneDocument, PhotoFactsDocument } from '#model/documents';
import type { FrontPlan, PlannedBlock } from '#model/front';
import { paperOwns, plainOldAddress } from '#model/oldAddress';

type BlockDocument = NonNullable<FrontDocument['blocks']>[number];

/** Pieces in a block that does not say how many. */
const sizes = { lead: 6, brief: 5, category: 5, opinion: 4, series: 4, latest: 12, 'most-read': 5, videos: 3 } as const;

const needsName = { category: 'category', series: 'series' } as const;

const blockOf = (desk: DocumentDesk, typed: BlockDocument, nth: number): PlannedBlock | undefined => {
  const { block } = typed;
  const size = typed.size ?? sizes[block];
  for (const field of [needsName.category, needsName.series]) {
    const named = typed[field];
    if (named === undefined && block === field) {
      const fix = `Write:  - { block: ${field}, ${field}: … }`;
      desk.sheet.problem(
        desk.at(`blocks.${nth}`),
        `blocks.${nth}.${field}`,
        `is missing; a block of a ${field} says which.`,
        fix,
      );
      return undefined;
    }
    if (named === undefined) continue;
    desk.reference(`blocks.${nth}.${field}`, { what: field, to: named });
    if (block !== field) {
      desk.sheet.problem(
        desk.at(`blocks.${nth}.${field}`, 'key'),
        `blocks.${nth}.${field}`,
        `says nothing in a block ${block}.`,
        'Take it out.',
      );
      return undefined;
    }
  }
  if (block === 'category') return { block, category: typed.category ?? '', size };
  if (block === 'series') return { block, series: typed.series ?? '', size };
  return { block, size };
};

/** The plan of the front. */
export const makeFront = (desk: DocumentDesk, typed: FrontDocument): DocumentValue => {
  const { breaking } = typed;
  if (breaking) desk.reference('breaking.link', { what: 'link', to: breaking.link });
  typed.pins?.forEach(({ article }, nth) => desk.reference(`pins.${nth}.article`, { what: 'pin', to: article }));
  const plan: FrontPlan = {
    ...(breaking && {
      breaking: { text: breaking.text, link: breaking.link, ...given({ until: momentIfAny(breaking.until) }) },
    }),
    pins: (typed.pins ?? []).map(({ article, until }) => ({ article, ...given({ until: momentIfAny(until) }) })),
    blocks: (typed.blocks ?? []).map((block, nth) => blockOf(desk, block, nth)).filter((block) => block !== undefined),
  };
  return { kind: 'front', plan };
};

const goneFix = (address: string): string =>
  /^\/(?:pictures|cards)\//.test(address)
    ? 'Take this line out, and write  withdrawn: true  into the picture’s own file.'
    : 'Take this line out.';

/** Addresses taken down for good. */
export const makeGone = (desk: DocumentDesk, { lines }: GoneDocument): DocumentValue => {
  const seen = new Set<string>();
  (lines ?? []).forEach(({ address: written }, nth) => {
    const [field, address] = [`${nth}.address`, plainOldAddress(written)];
    const own = paperOwns(address);
    if (seen.has(address)) desk.sheet.problem(desk.at(field), field, 'stands twice.', 'Keep one of the two.');
    else if (own !== undefined)
      desk.sheet.problem(
        desk.at(field),
        field,
        `is ${address}, ${own}, which is not taken down here.`,
        goneFix(address),
      );
    seen.add(address);
    desk.reference(field, { what: 'gone', to: address });
  });
  const all = (lines ?? []).map(({ address, on, notice, show }) => ({
    address,
    on: momentOf(on),
    show: show ?? ('gone' as const),
    ...given({ notice }),
  }));
  return { kind: 'gone', lines: all };
};

/** Facts of a photo. `withdrawn` hides it from its moment on, 0 for at once. */
export const makePhotoFacts = (desk: DocumentDesk, typed: PhotoFactsDocument): DocumentValue => {
  const { alt, caption, credit, licence, licenceUrl, zoom } = typed;
  const facts = given({
    alt,
    caption,
    credit,
    licence,
    licenceUrl,
    zoom,
    focus: pointOf(typed.focus),
    usableUntil: momentIfAny(typed.usableUntil),
    // Without a moment it is hidden at once.
    withdrawn: typed.withdrawn && (momentIfAny(typed.withdrawn.on) ?? 0),
  });
  return { kind: 'photo-facts', picture: desk.place.slug, facts };
};
