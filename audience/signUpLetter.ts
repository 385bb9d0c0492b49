/** The letter that answers a sign-up: it asks for the confirmation, or says that there is nothing to do. */
import { type Letter, letterFrom, type Paragraph } from '#audience/letter';
import type { Links } from '#audience/links';
import type { SignUpRow } from '#audience/schema';
import { parted } from '#audience/schema';
import { inSentence } from '#model/names';
import type { Site } from '#model/site';

/** What is known when the letter is written. */
export type SignUpLetterFacts = {
  readonly site: Site;
  readonly siteUrl: string;
  readonly signUp: SignUpRow;
  /** The reader who has this mailbox already. */
  readonly reader: { readonly id: string; readonly newsletters: readonly string[] } | undefined;
  readonly links: Links;
};

/** Names of newsletters by their ids, in the order of the publication; ids of retired ones are left out. */
export const newsletterNames = (site: Site, ids: readonly string[]): readonly string[] =>
  site.newsletters.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

/** Hours in which a confirmation is possible. */
export const hoursToConfirm = 48;

/** Writes the letter for a sign-up. Only the owner of the mailbox learns from it whether the address was known. */
export const signUpLetter = ({ site, siteUrl, signUp, reader, links }: SignUpLetterFacts): Letter => {
  const wanted = parted(signUp.newsletters);
  const names = inSentence(newsletterNames(site, wanted)) || 'our letters';
  const asked = `Somebody, we hope it was you, asked ${site.name} to send ${names} to this address.`;
  const received = reader !== undefined && wanted.every((id) => reader.newsletters.includes(id));
  const { subject, paragraphs } = received
    ? nothingToDo(asked, names, reader.id, links)
    : toConfirm(asked, names, signUp.id, links);
  return letterFrom({
    site,
    siteUrl,
    to: signUp.address,
    subject,
    paragraphs,
    id: signUp.id,
    stop: links.stopByPost(reader?.id ?? signUp.id),
  });
};

type Words = { readonly subject: string; readonly paragraphs: readonly Paragraph[] };

const toConfirm = (asked: string, names: string, signUp: string, links: Links): Words => ({
  subject: `One tap left for ${names}`,
  paragraphs: [
    asked,
    `Confirm it within ${hoursToConfirm} hours, and the next one is yours.`,
    { name: 'Confirm', href: links.confirm(signUp), button: true },
    'It was not you? Do nothing. Unless it is confirmed, the address is deleted when that time is over, and no letter comes.',
    { name: 'Delete the address now', href: links.stop(signUp) },
  ],
});

const nothingToDo = (asked: string, names: string, reader: string, links: Links): Words => ({
  subject: `You receive ${names} already`,
  paragraphs: [
    asked,
    'It comes here already, so there is nothing to do. If it does not arrive, look in the spam folder.',
    { name: 'Choose what you receive', href: links.preferences(reader) },
    { name: 'Stop everything', href: links.stop(reader) },
  ],
});
