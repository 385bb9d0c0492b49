/** Keeps of a record what is there. */

/** A record without the keys whose value is undefined. */
export type Given<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** `given({ a: 1, b: undefined })` is `{ a: 1 }`: optional facts are absent, never undefined. */
export const given = <T extends Readonly<Record<string, unknown>>>(record: T): Given<T> =>
  // What is left has exactly the keys whose values are there; the compiler cannot follow a filter.
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as Given<T>;
