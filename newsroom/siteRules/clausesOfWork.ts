/** Clauses 9 to 18 of the Journalism Trust Initiative, in our own words: professionalism and accountability. */
import type { Clause } from '#newsroom/siteRules/clause';
import { bylines, credits, pageNamed, property, told } from '#newsroom/siteRules/clauseEvidence';

/** In their order. */
export const clausesOfWork: readonly Clause[] = [
  {
    number: 9,
    title: 'Accountability for journalism principles',
    asks: 'The rules of the newsroom are public, somebody answers for them, opinion and paid pieces can be told from news.',
    todo: 'Print your rules on a page, name who answers for them, and say how opinion and paid pieces are marked.',
    sought: [
      property('a page of rules in structured data', 'publishingPrinciples', 'ethicsPolicy'),
      told('who answers for the rules', [
        /\b(responsible|responsibility|accountable|answers? for|decides)\b/i,
        /\b(editor|chief|director|board)\b/i,
      ]),
      told('how opinion is told from news', [
        /\b(opinion|comment)\b/i,
        /label|mark|apart|separat|distinct|distinguish/i,
      ]),
      told('how paid pieces are marked', [
        /\b(paid|sponsor\w*|advertis\w*)\b/i,
        /label|mark|says? who|apart|separat|above the headline/i,
      ]),
      bylines,
    ],
  },
  {
    number: 10,
    title: 'Accuracy',
    asks: 'What is printed was checked, and readers know where machines had a hand in it.',
    todo: 'Write how facts are checked before publication and what software may do; credit each picture.',
    sought: [
      told('how facts are checked', [
        /\b(check|checked|checks|verif\w+|fact-check\w*)\b/i,
        /\b(facts?|sources?|numbers?|claims?|print|publish)/i,
      ]),
      told('what machines may do', [
        /\b(software|machines?|AI|artificial intelligence|algorithms?|automat\w+)\b/,
        /label|disclos|said|say|mark|check/i,
      ]),
      credits,
    ],
  },
  {
    number: 11,
    title: 'Responsibility for content provided by the general public',
    asks: 'What readers send is checked like everything else.',
    todo: 'Say what happens with letters, comments, photographs and films from readers before they are printed.',
    sought: [
      told('what happens with what readers send', [
        /\b(readers?|audience|public|users?|eyewitness\w*)\b/i,
        /\b(letters?|comments?|photographs?|films?|videos?|send|sent|contribut\w+)\b/i,
        /\b(check\w*|verif\w+|same rules|moderat\w+)\b/i,
      ]),
    ],
  },
  {
    number: 12,
    title: 'Responsibility for sources',
    asks: 'Sources are protected, anonymity has rules, and people’s private lives are respected.',
    todo: 'Write when a source may stay unnamed, who decides it and how readers are told, and how you treat private lives.',
    sought: [
      told('when a source may stay unnamed', [
        /\bsources?\b/i,
        /anonym|unnamed|without a name|confidential|stay(s)? out of print/i,
      ]),
      told('how private lives are respected', [/\b(private li\w+|privacy of|children|victims?|grief|intru\w+)\b/i]),
    ],
  },
  {
    number: 13,
    title: 'Professionalism for affiliations',
    asks: 'Ties that could bend a story are avoided or told.',
    todo: 'Write what staff must declare, what they may not accept, and how a tie that matters is told to readers.',
    sought: [
      told('what staff must declare or refuse', [/conflicts? of interest|\b(gifts?|declares?|affiliations?|ties)\b/i]),
    ],
  },
  {
    number: 14,
    title: 'Internal accountability',
    asks: 'Mistakes can be reported, are put right where they were made, and complaints reach somebody.',
    todo: 'Print how to report a mistake, what happens then and who takes complaints; keep a list of corrections.',
    sought: [
      told('how a mistake is reported and put right', [
        /\b(mistakes?|errors?|inaccura\w+|wrong)\b/i,
        /\b(write|tell|report|send|corrected|put right)\b/i,
      ]),
      told('who takes complaints', [/\bcomplain\w*/i, /@|\b(editor|desk|form|write)\b/i]),
      pageNamed('a list of corrections', /\/corrections?(-and-clarifications)?$/),
    ],
  },
  {
    number: 15,
    title: 'External accountability',
    asks: 'Readers know where to go when the publication does not answer.',
    todo: 'Name the press council, ombudsman or regulator whose rulings you accept, or say that there is none.',
    sought: [
      told('who outside the house hears complaints', [
        /press council|media council|ombuds\w+|regulator|complaints commission|self-regulat\w+|outside (the )?(house|paper)/i,
      ]),
    ],
  },
  {
    number: 16,
    title: 'Professionalism in the media outlet',
    asks: 'Staff are chosen, paid and protected by rules that keep them free to do their work.',
    todo: 'Write how people are hired and paid, how freelances are treated, and what you do for fairness among them.',
    sought: [
      told('how staff are hired and paid', [/\b(hir\w+|recruit\w*|contracts?|employ\w*|freelances?|freelancers?)\b/i]),
      told('how fairness among them is kept', [
        /\b(divers\w+|equal\w*|discriminat\w+|fair\w*|backgrounds?)\b/i,
        /\b(staff|team|people|hir\w+|work\w*)\b/i,
      ]),
    ],
  },
  {
    number: 17,
    title: 'Training',
    asks: 'Those who write and edit are taught the rules, and go on learning.',
    todo: 'Write how new people learn the rules and what everybody is taught afterwards.',
    sought: [
      told('how staff are trained', [
        /\b(train\w*|courses?|workshops?|mentor\w*|taught|teach\w*)\b/i,
        /\b(staff|writers?|editors?|reporters?|journalists?|newcomers?|new)\b/i,
      ]),
    ],
  },
  {
    number: 18,
    title: 'Publication of self-assessment',
    asks: 'The result of this check can be read by everyone.',
    todo: 'Publish a page that goes through the clauses of the Journalism Trust Initiative and leads to what answers each.',
    sought: [
      told(
        'the publication’s own assessment',
        [/Journalism Trust Initiative|\bJTI\b|CWA ?17493/, /clauses?|self-assess\w*|assessment|report/i],
        // Wherever it stands.
        /(?:)/,
      ),
    ],
  },
];
