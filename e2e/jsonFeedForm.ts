/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): which members a document may have, which it must, and of what sort. */

/** Says what is wrong with a value; nothing where it is right. `at` is the place in the document, for the message. */
type Check = (value: unknown, at: string) => readonly string[];

const says =
  (isRight: (value: unknown) => boolean, what: string): Check =>
  (value, at) =>
    isRight(value) ? [] : [`${at} is ${JSON.stringify(value)?.slice(0, 80) ?? 'missing'}, not ${what}`];

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const text = says(isText, 'text');
const flag = says((value) => typeof value === 'boolean', 'true or false');
const address = says(
  (value) => isText(value) && /^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value),
  'a whole address',
);
const count = says((value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number');
const mediaType = says((value) => isText(value) && /^[\w.+-]+\/[\w.+-]+$/.test(value), 'a media type');
const language = says((value) => isText(value) && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value), 'a language tag');
const moment = says(
  (value) =>
    isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  'a moment with its offset (RFC 3339)',
);

const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((one, nth) => check(one, `${at}[${nth}]`)) : [`${at} is no list`];

type Members = Readonly<Record<string, Check>>;

/** An object of these members; names with `_` before them are extensions, which the standard leaves to everyone. */
const objectOf =
  (must: Members, may: Members, also: (members: object) => readonly string[] = () => []): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
    const given = Object.entries(value);
    const missing = Object.keys(must).filter((name) => !(name in value));
    return [
      ...missing.map((name) => `${at}.${name} is missing`),
      ...given.flatMap(([name, member]) => {
        const check = must[name] ?? may[name];
        if (check) return check(member, `${at}.${name}`);
        return name.startsWith('_') ? [] : [`${at}.${name} is no member of JSON Feed 1.1`];
      }),
      ...also(value).map((fault) => `${at} ${fault}`),
    ];
  };

const authors = listOf(
  objectOf({}, { name: text, url: address, avatar: address }, (members) =>
    Object.keys(members).length > 0 ? [] : ['names nobody'],
  ),
);

const attachment = objectOf(
  { url: address, mime_type: mediaType },
  { title: text, size_in_bytes: count, duration_in_seconds: count },
);

const item = objectOf(
  { id: text },
  {
    ...{ url: address, external_url: address, image: address, banner_image: address },
    ...{ title: text, content_html: text, content_text: text, summary: text },
    ...{ date_published: moment, date_modified: moment, authors, tags: listOf(text), language },
    attachments: listOf(attachment),
  },
  (members) => ('content_html' in members || 'content_text' in members ? [] : ['has no content']),
);

const feed = objectOf(
  {
    version: says((value) => value === 'https://jsonfeed.org/version/1.1', 'the version 1.1'),
    title: text,
    items: listOf(item),
  },
  {
    ...{ home_page_url: address, feed_url: address, next_url: address, icon: address, favicon: address },
    ...{ description: text, user_comment: text, authors, language, expired: flag },
    hubs: listOf(objectOf({ type: text, url: address }, {})),
  },
);

/** What is wrong with a JSON Feed; nothing where it is valid. */
export const faultsOfJsonFeed = (document: string): readonly string[] => feed(JSON.parse(document), 'feed');
