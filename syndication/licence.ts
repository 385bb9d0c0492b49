/** `/license.xml`: the policy as a licence that machines read (Really Simple Licensing 1.0, https://rslstandard.org/rsl). */
import { machineUses, usesOf, type MachinePolicy } from '#model/machinePolicy';
import { absolute, type Paper } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';
import { xmlHead, xmlText } from '#syndication/xml';

/** Type of the document; robots.txt and links name it. */
export const licenceType = 'application/rsl+xml';

/** One element for each side at most, uses parted by blanks (RSL 1.0, 3.5 and 3.6). */
const usage = (element: 'permits' | 'prohibits', uses: readonly string[]): string =>
  uses.length === 0 ? '' : `<${element} type="usage">${uses.join(' ')}</${element}>`;

const termsOf = (paper: Paper, { terms }: MachinePolicy['licence']): string =>
  terms === undefined ? '' : `<terms>${xmlText(absolute(paper, terms))}</terms>`;

/** The whole document: one licence for the whole paper. */
export const licenceXml = (paper: Paper): string => {
  const { machines, name } = paper.site;
  const uses = usesOf(machines);
  const permitted = machineUses.filter((use) => uses[use]);
  const contact = xmlText(machines.licence.contact);
  const licence = [
    usage('permits', permitted),
    usage(
      'prohibits',
      machineUses.filter((use) => !uses[use]),
    ),
    permitted.length === 0 ? '' : `<payment type="${machines.licence.payment}"/>`,
  ];
  return `${xmlHead}
<rsl xmlns="https://rslstandard.org/rsl">
<content url="/">
<license>${licence.join('')}</license>
<copyright type="organization" contactEmail="${contact}">${xmlText(name)}</copyright>
${termsOf(paper, machines.licence)}</content>
</rsl>
`;
};

/** Value of a `Link` header that leads to the licence. */
export const licenceLink = (paper: Paper): string =>
  `<${absolute(paper, licenceAddress)}>; rel="license"; type="${licenceType}"`;
