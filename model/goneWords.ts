/** What is said at the address of a piece that is gone. */

/** Why a piece is gone, and what the newsroom says about it. */
export type Gone = { readonly why: 'withdrawn' | 'expired' | 'deleted'; readonly reason?: string };

const words = {
  withdrawn: {
    kind: 'Withdrawn',
    title: 'We took this story down',
    text: 'The newsroom gave no further reason.',
    after: 'The address will not be used again.',
  },
  expired: {
    kind: 'Expired',
    title: 'This page was for a time, and the time is over',
    text: 'It was published with an end from the start.',
    after: '',
  },
  deleted: {
    kind: 'Removed',
    title: 'This story is no longer in the paper',
    text: 'It was here once. The newsroom removed it.',
    after: 'The address will not be used again.',
  },
} as const satisfies Record<Gone['why'], object>;

const sentence = (text: string): string => (/[.!?…]["’”)]?$/u.test(text) ? text : `${text}.`);

/** Label, heading and text: the newsroom's own reason where there is one. Never anything of the piece itself. */
export const goneWords = ({
  why,
  reason,
}: Gone): { readonly kind: string; readonly title: string; readonly text: string } => {
  const { kind, title, text, after } = words[why];
  return { kind, title, text: `${sentence(reason?.trim() || text)} ${after}`.trim() };
};
