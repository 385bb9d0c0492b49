/**
 * The eighteen clauses of the Journalism Trust Initiative (CEN Workshop Agreement 17493:2019), and what in a publication
 * answers each. The standard itself: https://www.jti-app.com/footer/cwa
 */
import type { Clause } from '#newsroom/siteRules/clause';
import { clausesOfIdentity } from '#newsroom/siteRules/clausesOfIdentity';
import { clausesOfWork } from '#newsroom/siteRules/clausesOfWork';

/** In the order of the standard. */
export const clauses: readonly Clause[] = [...clausesOfIdentity, ...clausesOfWork];
