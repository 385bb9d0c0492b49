/** A link of a letter that is of no use, and the way on. */
import type { LinkFault } from '#audience/linkDesk';
import { Problem } from '#components/newsletter/Problem';
import { signUpPage, Step } from './frame';
import { linkFaultWords } from './words';

/** The whole page. */
export function LinkProblem({ fault }: { readonly fault: LinkFault }) {
  return (
    <Step>
      <Problem {...linkFaultWords(fault)} back={{ href: signUpPage, name: 'All newsletters' }} />
    </Step>
  );
}
