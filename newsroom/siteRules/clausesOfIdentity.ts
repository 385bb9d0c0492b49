/** Clauses 1 to 8 of the Journalism Trust Initiative, in our own words: identity and transparency. */
import type { Clause } from '#newsroom/siteRules/clause';
import { property, told } from '#newsroom/siteRules/clauseEvidence';

const owners = /own|fund|imprint|impressum|about/i;
const staff = /masthead|staff|team|about|imprint|impressum/i;

/** In their order. */
export const clausesOfIdentity: readonly Clause[] = [
  {
    number: 1,
    title: 'Basic requirements on the media’s identity',
    asks: 'Readers can see what the publication is called, who publishes it in law, where, and since when.',
    todo: 'Write on the page about ownership who the publisher is in law and where it is registered; name, year and place come from site.config.ts.',
    sought: [
      property('the name of the publisher in structured data', 'name'),
      property('since when it exists, in structured data', 'foundingDate'),
      told(
        'who the publisher is in law',
        [
          /publish/i,
          /\b(legal|law|compan(y|ies)|registered|foundation|association|limited|ltd|inc|gmbh|trust|co-?operative)\b/i,
        ],
        owners,
      ),
    ],
  },
  {
    number: 2,
    title: 'Editorial mission',
    asks: 'The publication says what it is for.',
    todo: 'Write a section "Mission": what you cover, for whom, and to what end.',
    sought: [told('what the publication is for', [/\b(mission|purpose|what we are for|we exist)\b/i])],
  },
  {
    number: 3,
    title: 'Public service media',
    asks: 'A public broadcaster names its remit, its law, its governance and its share of public money; anyone else says that it is none.',
    todo: 'Write a section "Public service": the law and the bodies behind your remit, or that you are no public service media.',
    sought: [told('whether this is public service media', [/public[- ]service|public broadcaster|licence fee/i])],
  },
  {
    number: 4,
    title: 'Disclosure of type of ownership',
    asks: 'Readers can see what kind of owner stands behind the publication.',
    todo: 'Say on the page about ownership whether you are a private or listed company, a foundation, an association, a co-operative or public.',
    sought: [
      told(
        'of what kind the owner is',
        [
          /\b(privately|publicly|family|employee|state|government|reader|member)[ -]owned|private|listed|foundation|non-?profit|charity|association|co-?operative|\btrust\b|\blimited\b/i,
          /own(s|ed|er|ership)?\b/i,
        ],
        owners,
      ),
    ],
  },
  {
    number: 5,
    title: 'Requirements on owners’ identity',
    asks: 'Whoever holds a share that matters is named, down to the last person.',
    todo: 'Name on the page about ownership everyone who holds a twentieth and more, and what else they own.',
    sought: [
      told(
        'who the owners are, down to persons',
        [
          /\b(owners?|shareholders?|shares?|holds?|belongs)\b/i,
          /\b(twentieth|5 ?%|five per ?cent|person|sole|all shares|nobody)\b/i,
        ],
        owners,
      ),
    ],
  },
  {
    number: 6,
    title: 'Disclosure of identity of the management team and its location',
    asks: 'Those who lead the publication are named with what they do, and where they work.',
    todo: 'List the leading people with their offices on the masthead page, and the address of the office.',
    sought: [
      told(
        'who leads, and in which office',
        [/\b(editor[- ]in[- ]chief|chief editor|managing editor|editor|director|publisher|chief executive)\b/i],
        staff,
      ),
      told(
        'where the newsroom works',
        [/\b(office|newsroom|based|works?)\b/i, /\b(street|road|avenue|lane|box|square|house|floor)\b/i],
        staff,
      ),
    ],
  },
  {
    number: 7,
    title: 'Disclosure of editorial contact details',
    asks: 'Everyone can reach the newsroom.',
    todo: 'Print an address that somebody reads on the page for contact.',
    sought: [
      told(
        'how to reach the newsroom',
        [/[^\s@]+@[^\s@]+\.\w+|\+\d[\d ()-]{6,}/, /editor|newsroom|desk/i],
        /contact|imprint|impressum|about/i,
      ),
      property(
        'a page or a mailbox for readers in structured data',
        'contactPoint',
        'actionableFeedbackPolicy',
        'email',
      ),
    ],
  },
  {
    number: 8,
    title: 'Disclosure of revenue sources and data collection',
    asks: 'Readers can see who pays for the publication, and what it keeps of them.',
    todo: 'Say on the page about ownership how much comes from readers, advertising, sponsors, grants and public money, and on the one about privacy what you keep.',
    sought: [
      told('where the money comes from', [
        /\b(income|revenue|money|funding|pays?|earns?)\b/i,
        /\b(readers?|subscri\w+|advertis\w+|sponsors?|grants?|donations?)\b/i,
      ]),
      told('what is kept of readers', [/\b(keep|collect|store|cookies?|personal data|delete)/i], /privacy|data/i),
    ],
  },
];
