/** All parts of the benchmark, in the order in which they run; a new one needs a line here and nothing else. */
import { door } from './door';
import { ingest } from './ingest';
import { lighthouse } from './lighthouse';
import { machines } from './machines';
import { mirror } from './mirror';
import { opening } from './opening';
import { pages } from './pages';
import type { Part } from './part';
import { publish } from './publish';
import { soak } from './soak';

/** Every part. Those that make archives come first, so that the others find them made. */
export const parts: readonly Part[] = [ingest, opening, publish, pages, machines, mirror, lighthouse, door, soak];
