/** A newsroom whose writers use every sign there is: what machines get of it must be whole all the same. */
import { type Newsroom, smallNewsroom } from './newsroom.ts';

/** Its one day: everything is news. */
export const nastyDay = '2026/10/15';

type Fields = Readonly<Record<string, string>>;

const yaml = (text: string): string => JSON.stringify(text);

/** Front matter and body; values are YAML as written. */
const document = (fields: Fields, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\n${body}\n`;

const standfirst = yaml('A standfirst ]]> of <b>signs</b> & "quotes" — 𝔘nicode, Ünïcödé, and so on.');

/** A headline of so many signs, in words. */
const long = (signs: number): string =>
  'A headline that goes on and on without a breath '.repeat(20).slice(0, signs).trim();

/** Headlines as they are typed, by the last part of their address. */
export const nastyHeadlines: readonly (readonly [slug: string, headline: string, more?: Fields])[] = [
  ['cdata', 'The end ]]> of a section <![CDATA[ and of another ]]>'],
  ['markup', '</title></script><script>alert(1)</script><!-- & &amp; &lt; &#0;'],
  ['emoji', 'A family 👨‍👩‍👧‍👦, a flag 🇰🇪, a hand 👍🏿 and a beat 🫀 in one line', { leadImage: 'portrait-ada.jpg' }],
  ['marks', 'Zal\u0341\u0342go te\u0301xt and a soft\u00adhyphen, ﷽, a\u00a0fixed blank'],
  ['quotes', '\'Single\', "double", `back`, «angled» — and a \\ backslash, 100% sure?'],
  ['long', long(300)],
  ['one-word', `${'Donaudampfschifffahrtsgesellschaftskapitänsmütze'.repeat(5)}`],
  ['arabic', 'الميناء يفتح من جديد بعد أحد عشر يوما', { lang: 'ar' }],
  ['hebrew', 'הנמל נפתח מחדש (שוב) & “מרכאות”', { lang: 'he' }],
  ['chinese', '港口重新開放：第十一天之後', { lang: 'zh-Hant', translationOf: `/${nastyDay}/emoji` }],
  ['german', 'Der Hafen öffnet wieder: über Größe & „Maß“', { lang: 'de', translationOf: `/${nastyDay}/emoji` }],
  ['opinion', 'Why <harbours> matter & what they cost', { kind: 'opinion' }],
  ['paid', 'A bank & its "friends" pay for this', { kind: 'sponsored', sponsor: '{ name: "Bank & Söhne <GmbH>" }' }],
  [
    'tagged',
    'A piece with every tag there is',
    {
      tags: '["A/B", "R&D", "C#", "what?", "50%", "Ünïcödé", "🚢 ships", "\\"x\\"", "<i>", "+1", "a.b;c=d,e"]',
    },
  ],
];

/** Bodies with signs at the edges of markup. */
const body = [
  'A paragraph with ]]> and [https://example.org/?a=1&b=2#c](https://example.org/?a=1&b=2#c), `]]>` as code, and **bold ]]>**.',
  '## A heading & "more" \\<of> it',
  '| a & b | ]]> |\n| --- | --- |\n| \\<1> | "2" |',
  '> A quotation ]]> of 👨‍👩‍👧‍👦\n\n- one & two\n- [a link](/2026/10/15/emoji "a \\"title\\" & more")',
  '9. Nine ]]>\n10. Ten & more',
].join('\n\n');

/** Makes it. Every file is good: nothing is left out for a problem. */
export const nastyNewsroom = (): Newsroom => {
  const newsroom = smallNewsroom();
  const { save } = newsroom;
  save(
    'categories/überblick.mdx',
    document({ title: yaml('Überblick & <Maß>'), description: yaml('Alles "über" ]]> alles.'), order: '2' }, ''),
  );
  save(
    'authors/no-picture.mdx',
    document(
      { name: yaml('Ng\u0169g\u0129 "N" O\'Brien-Söhne <x>'), role: yaml('Reporter & ]]> editor') },
      'Writes ]]> & reads.',
    ),
  );
  save(
    'series/one-and-all.mdx',
    document({ title: yaml('One & all ]]> <parts>'), description: yaml('Parts & "more".') }, ''),
  );
  for (const [nth, [slug, headline, more = {}]] of nastyHeadlines.entries())
    save(
      `articles/${nastyDay}/${slug}.mdx`,
      document(
        {
          headline: yaml(headline),
          standfirst,
          category: nth % 2 ? 'harbour' : 'überblick',
          authors: nth % 3 ? '[no-picture]' : '[ada-otieno, no-picture]',
          publishedAt: `2026-10-15 06:${String(nth).padStart(2, '0')}`,
          series: `{ of: one-and-all, part: ${nth + 1} }`,
          tags: '["R&D", "A/B"]',
          corrections: `[{ on: 2026-10-15 08:00, text: ${yaml('It said ]]> & <b>not</b> "this" 👍🏿.')} }]`,
          summary: `[${yaml('One ]]> & <two>.')}, ${yaml('Two.')}]`,
          ...more,
        },
        body,
      ),
    );
  save(
    `articles/${nastyDay}/running.mdx`,
    document(
      {
        headline: yaml('Live: ]]> & <now>'),
        standfirst,
        category: 'harbour',
        authors: '[no-picture]',
        publishedAt: '2026-10-15 07:00',
        kind: 'live',
        coverage: '{ start: 2026-10-15 07:00 }',
      },
      '',
    ),
  );
  save(
    `articles/${nastyDay}/running.updates/0730-first.mdx`,
    document({ at: '2026-10-15 07:30', headline: yaml('Entry ]]> & "first"') }, body),
  );
  save(
    'videos/clip.mdx',
    document(
      {
        title: yaml('A film ]]> & <more>'),
        provider: 'youtube',
        id: 'abcdefghijk',
        poster: 'portrait-ada.jpg',
        publishedAt: '2026-10-15 06:30',
        duration: 'PT1M4S',
      },
      'Words & ]]> more.',
    ),
  );
  return newsroom;
};
