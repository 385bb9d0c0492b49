/** What machines may do with the paper: the one policy from which robots.txt, headers, licence and Markdown twins follow. */
import type { Crawler, CrawlerPurpose } from '#model/crawlers';

/** The policy as a publisher writes it in `site.config.ts`. */
export type MachinePolicy = {
  /** Search engines may read everything, list it and show short excerpts with a link. */
  readonly search: boolean;
  /** Pieces may be what an AI answer is made from (grounding, retrieval), and are offered as Markdown for it. */
  readonly aiInput: boolean;
  /** Models may be trained on the pieces. */
  readonly aiTrain: boolean;
  /**
   * Crawlers for which it is otherwise, by the name in robots.txt. `refused`: may read nothing. `agreed`: a contract with
   * its operator says what it may do, so robots.txt lets it in and states no preference.
   */
  readonly crawlers: Readonly<Record<string, 'refused' | 'agreed'>>;
  /** What the licence document says beside the uses. */
  readonly licence: {
    /** What those who use a piece as allowed owe: nothing, or the paper's name with a link. */
    readonly payment: 'free' | 'attribution';
    /** Where who wants more asks: a mail address. */
    readonly contact: string;
    /** The terms in words for people: an address of the paper (`/about/terms`) or a whole https address. */
    readonly terms?: string | undefined;
  };
};

/** Uses as licences tell them apart. `ai-index`: an index from which AI answers choose their sources. */
export const machineUses = ['search', 'ai-index', 'ai-input', 'ai-train'] as const;

/** Name of a use. */
export type MachineUse = (typeof machineUses)[number];

/** Which uses a policy allows. An index for AI answers is both a search and an input, so it needs both. */
export const usesOf = ({
  search,
  aiInput,
  aiTrain,
}: Pick<MachinePolicy, 'search' | 'aiInput' | 'aiTrain'>): Readonly<Record<MachineUse, boolean>> => ({
  search,
  'ai-index': search && aiInput,
  'ai-input': aiInput,
  'ai-train': aiTrain,
});

const useFor = {
  search: 'search',
  'ai-search': 'ai-index',
  'ai-answer': 'ai-input',
  'ai-train': 'ai-train',
} as const satisfies Record<CrawlerPurpose, MachineUse>;

/** How a crawler stands. One that serves several purposes with one visit comes in only where all of them are allowed. */
export const standingFor = (policy: MachinePolicy, { name, purposes }: Crawler): 'allowed' | 'refused' | 'agreed' => {
  const named = Object.entries(policy.crawlers).find(([given]) => given.toLowerCase() === name.toLowerCase());
  if (named) return named[1];
  const uses = usesOf(policy);
  return purposes.every((purpose) => uses[useFor[purpose]]) ? 'allowed' : 'refused';
};

const yes = (allowed: boolean): string => (allowed ? 'yes' : 'no');
const y = (allowed: boolean): string => (allowed ? 'y' : 'n');

/** Value of `Content-Signal` in robots.txt (https://contentsignals.org). */
export const contentSignal = ({ search, aiInput, aiTrain }: MachinePolicy): string =>
  `search=${yes(search)}, ai-input=${yes(aiInput)}, ai-train=${yes(aiTrain)}`;

/**
 * Value of `Content-Usage`, as a header and in robots.txt (draft-ietf-aipref-attach-05, draft-ietf-aipref-vocab-08): a
 * dictionary of structured fields. The vocabulary of the drafts has no word for input to answers at present.
 */
export const contentUsage = ({ search, aiTrain }: MachinePolicy): string =>
  `search=${y(search)}, train-ai=${y(aiTrain)}`;

/** Whether pieces are offered as Markdown, and `llms.txt` with them: they exist for AI answers and for nothing else. */
export const offersMarkdown = ({ aiInput }: Pick<MachinePolicy, 'aiInput'>): boolean => aiInput;
