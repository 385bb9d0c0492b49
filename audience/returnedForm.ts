/** A form that comes back: what the route tells the page that shows it again. It travels inside the house only, in a header. */

/** What a page needs to show a form again. */
export type ReturnedForm = {
  /** The name of what is wrong; the page has the words. */
  readonly fault: string;
  /** What was typed, as far as it can have been an address. */
  readonly email?: string;
  readonly newsletters?: readonly string[];
  /** The form's stamp, where it still counts: whoever mends a slip need not wait again. */
  readonly stamp?: string;
};

/** Characters of what is shown again; more than this was no slip of an address. */
const mostTyped = 320;

/** The header's value. */
export const packForm = ({ fault, email, newsletters, stamp }: ReturnedForm): string => {
  const typed = email && email.length <= mostTyped ? { email } : {};
  const form = { fault, ...typed, ...(newsletters && { newsletters }), ...(stamp && { stamp }) };
  return Buffer.from(JSON.stringify(form)).toString('base64url');
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads the header again; `undefined` for none and for what is no such value. */
export const unpackForm = (header: string | null): ReturnedForm | undefined => {
  if (header === null) return undefined;
  try {
    const form: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    if (!isObject(form) || typeof form.fault !== 'string') return undefined;
    const { fault, email, newsletters, stamp } = form;
    return {
      fault,
      ...(typeof email === 'string' && { email }),
      ...(typeof stamp === 'string' && { stamp }),
      ...(Array.isArray(newsletters) && { newsletters: newsletters.filter((id) => typeof id === 'string') }),
    };
  } catch {
    return undefined;
  }
};
