/** What readers are told when a form or a link cannot be used. */
import type { LinkFault } from '#audience/linkDesk';
import type { SignUpFault } from '#audience/signUp';

/** What is wrong with a sign-up, by its name. None of these sentences depends on whether an address is known. */
const signUpWords: Readonly<Record<SignUpFault, string>> = {
  address: 'That is not an e-mail address we can write to. It looks like this: name@example.org',
  newsletters: 'Choose at least one newsletter.',
  early: 'That was faster than anybody types, so we have to ask again. Please press Sign up once more.',
  late: 'Please press Sign up once more: this form lay open for too long. What you wrote is still here.',
  often: 'We have written to this address several times within the hour. Look in the spam folder, or try again later.',
  network: 'Many forms came from your network just now. Please try again in ten minutes.',
};

/** Words for a fault that came back to the sign-up. */
export const signUpFaultWords = (fault: string): string =>
  Object.entries(signUpWords).find(([name]) => name === fault)?.[1] ?? 'That did not work. Please try again.';

/** A link that is of no use: heading and what to do instead. */
export const linkFaultWords = (fault: LinkFault): { readonly title: string; readonly text: string } => {
  switch (fault) {
    case 'expired':
      return {
        title: 'This link is too old',
        text: 'Links in our letters work for a time only. Sign up again, and a new letter comes.',
      };
    case 'unknown':
      return {
        title: 'This link is of no use any more',
        text: 'What it belongs to is not kept here any more: it was stopped, or not confirmed in time.',
      };
    case 'forged':
      return {
        title: 'This link is not complete',
        text: 'A part of it was lost on the way. Open the letter again and tap the link there, or copy all of it.',
      };
  }
};

/** Whether a word that came back is the name of a link's fault. */
export const checkLinkFault = (fault: string | undefined): LinkFault | undefined =>
  fault === 'expired' || fault === 'unknown' || fault === 'forged' ? fault : undefined;
