/** A point in time as the rules see it. The clock is always an argument: nothing in `model/` asks what time it is. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Moment = number;
