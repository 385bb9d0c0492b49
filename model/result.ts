/** Answer of a `check…` function: the checked value, or what is wrong with what was written. */
export type Result<Value, Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };
