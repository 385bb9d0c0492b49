/** Every rule that a news site owes to machines and readers, by the name that tests, messages and notes cite. */

/** One rule that only more than a visit can show, and where it is shown instead. */
export type UnseenRule = {
  readonly name: string;
  /** Why no visit shows it. */
  readonly why: string;
  /** Test files that cite it, from the root; none where nothing of the paper is about it yet. */
  readonly shownIn: readonly string[];
};

/** In the order in which they are told. `C1` is ours: what every other rule needs to see anything. */
export const ruleNames = [
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10'],
  ...['D1', 'D2', 'L1', 'L2', 'L3', 'L4', 'P1', 'P2'],
  ...['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'S1', 'S2', 'S3', 'S4'],
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'C1'],
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'],
  ...['T1', 'T2', 'T3', 'T4', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'],
] as const;

/** Rules of the list that no visit can test. */
export const unseenRules: readonly UnseenRule[] = [
  { name: 'R1', why: 'Needs a browser and a keyboard.', shownIn: ['e2e/accessibility.spec.ts'] },
  { name: 'R3', why: 'Speaks of a light edition, which a site need not have.', shownIn: [] },
  { name: 'R4', why: 'Needs a browser whose network goes off.', shownIn: [] },
  { name: 'R5', why: 'Needs a browser that sets text larger.', shownIn: ['e2e/accessibility.spec.ts'] },
  { name: 'R7', why: 'Needs a browser that may send messages.', shownIn: [] },
  { name: 'R8', why: 'Needs a mailbox.', shownIn: ['e2e/newsletter.spec.ts'] },
];
