/** Checks `site.config.ts` before a site opens: what a publisher wrote that cannot be used, with what to write instead. */
import type { MachinePolicy } from '#model/machinePolicy';
import type { Site } from '#model/site';

// RFC 9309, 2.2.1: letters, hyphens and underscores.
const crawlerName = /^[A-Za-z_-]+$/;
/** Form of a key for IndexNow (https://www.indexnow.org/documentation). */
const indexNowKeyForm = /^[A-Za-z0-9-]{8,128}$/;

/** An https address, or http on this machine for who tries hubs at home. */
const isHubAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username, password } = new URL(text);
  const near = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || near) && hash === '' && username === '' && password === '';
};

const policyFaults = ({ crawlers, licence, ...uses }: MachinePolicy): string[] => [
  ...(['search', 'aiInput', 'aiTrain'] as const).flatMap((use) =>
    typeof uses[use] === 'boolean' ? [] : [`machines.${use} is ${JSON.stringify(uses[use])}. Write true or false.`],
  ),
  ...Object.entries(crawlers).flatMap(([name, standing]) => [
    ...(crawlerName.test(name)
      ? []
      : [`machines.crawlers names "${name}". Write the crawler's own name: letters, hyphens and underscores.`]),
    ...(standing === 'refused' || standing === 'agreed'
      ? []
      : [`machines.crawlers says "${String(standing)}" of ${name}. Write 'refused' or 'agreed'.`]),
  ]),
  ...(licence.payment === 'free' || licence.payment === 'attribution'
    ? []
    : [`machines.licence.payment is "${String(licence.payment)}". Write 'free' or 'attribution'.`]),
  ...(/^[^\s@<>]+@[^\s@<>]+$/.test(licence.contact)
    ? []
    : [`machines.licence.contact is "${licence.contact}". Write a mail address, like rights@news.example.`]),
  ...(licence.terms === undefined || /^\/(?!\/)\S+$/.test(licence.terms) || isHubAddress(licence.terms)
    ? []
    : [
        `machines.licence.terms is "${licence.terms}". Write an address of the paper, like /about/terms, or leave it out.`,
      ]),
];

/** Everything in the publication's own facts that cannot be used, each as one sentence with its remedy; none is fine. */
export const siteFaults = ({ machines, hubs, indexNow }: Pick<Site, 'machines' | 'hubs' | 'indexNow'>): string[] =>
  [
    ...policyFaults(machines),
    ...hubs.flatMap((hub) =>
      isHubAddress(hub) ? [] : [`hubs names "${hub}". Write a whole address, like https://hub.example/.`],
    ),
    ...(isHubAddress(indexNow.endpoint)
      ? []
      : [`indexNow.endpoint is "${indexNow.endpoint}". Write https://api.indexnow.org/indexnow.`]),
    ...(indexNow.key === undefined || indexNowKeyForm.test(indexNow.key)
      ? []
      : [`indexNow.key is "${indexNow.key}". Write 8 to 128 letters, digits and hyphens, or leave it out.`]),
  ].map((fault) => `site.config.ts: ${fault}`);
