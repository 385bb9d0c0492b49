import { describe, expect, test } from 'vitest';
import { notesOf, problemsOf, read, typed, valueOf } from '#archive/frontMatter/typedForTests';

const document = (fields: Readonly<Record<string, string | undefined>>, body = ''): string =>
  `---\n${typed(fields)}---\n${body}`;
const six = Date.UTC(2026, 9, 15, 3);

describe('authors', () => {
  const good = { name: 'Amina Wafula', role: 'Science editor' };
  const at = (fields: Readonly<Record<string, string | undefined>>, body?: string) =>
    read(document({ ...good, ...fields }, body), 'authors/amina-wafula.mdx');

  test('have a name, a role and a biography', () => {
    const { author, body } = valueOf(at({}, '\nShe writes about *bridges*.\n'), 'author');
    expect(author).toEqual({
      slug: 'amina-wafula',
      name: 'Amina Wafula',
      role: 'Science editor',
      links: [],
      type: 'person',
      guest: false,
      left: false,
      text: 'She writes about bridges.',
    });
    expect(body.words).toBe(4);
  });

  test('may have a portrait, whose description is their name, a mail address and links', () => {
    const reading = at({
      portrait: 'amina.jpg',
      email: 'amina@example.org',
      links: '{ label: Site, url: https://example.org }',
      type: 'desk',
      guest: 'true',
      left: 'true',
    });
    expect(valueOf(reading, 'author').author).toMatchObject({
      portrait: { file: 'authors/amina.jpg' },
      email: 'amina@example.org',
      links: [{ label: 'Site', url: 'https://example.org' }],
      type: 'desk',
      guest: true,
      left: true,
    });
    expect(reading.references).toMatchObject([
      { what: 'picture', to: 'authors/amina.jpg', needs: ['credit', 'licence'] },
    ]);
  });

  test.each([
    [
      { links: '{ label: Site, url: http://example.org }' },
      'links.0.url',
      'Write:  links: { label: Site, url: https://example.org }',
    ],
    [{ email: 'amina at example' }, 'email', undefined],
    [{ email: '"a@b.c\\nBcc: x@y.z"' }, 'email', undefined],
    [{ type: 'persn' }, 'type', 'Write:  type: person'],
    [{ role: undefined }, 'role', 'Add a line:  role: …'],
    [{ title: 'x' }, 'title', undefined],
  ])('%j is a problem', (fields, field, fix) => {
    expect(at(fields).problems).toMatchObject([{ field, ...(fix !== undefined && { fix }) }]);
  });
});

describe('categories, series and pages', () => {
  test('a category has a title, a description and an order', () => {
    const reading = read(
      document({ title: 'Counties', description: 'News of the forty-seven.', order: '7' }),
      'categories/counties.mdx',
    );
    expect(valueOf(reading, 'category').category).toEqual({
      slug: 'counties',
      title: 'Counties',
      description: 'News of the forty-seven.',
      order: 7,
    });
    expect(
      read(document({ title: 'x', description: 'y', order: 'first' }), 'categories/counties.mdx').problems,
    ).toMatchObject([{ field: 'order' }]);
    expect(read(document({ title: 'x' }), 'categories/counties.mdx').problems.map(({ field }) => field)).toEqual([
      'description',
      'order',
    ]);
  });

  test('words below the fence of a category or series appear nowhere, which is a note', () => {
    const reading = read(
      document({ title: 'Bridges', description: 'On bridges.' }, '\nWords.\n'),
      'series/bridges.mdx',
    );
    expect(valueOf(reading, 'series').series).toEqual({
      slug: 'bridges',
      title: 'Bridges',
      description: 'On bridges.',
    });
    expect(notesOf(reading)).toEqual([expect.stringContaining('6:1 body')]);
  });

  test('a page has a title and words', () => {
    const reading = read(document({ title: 'Ethics' }, '\n## Gifts\n\nNone.\n'), 'pages/ethics.mdx');
    expect(valueOf(reading, 'page').page).toEqual({ slug: 'ethics', title: 'Ethics' });
    expect(read(document({}), 'pages/ethics.mdx').problems).toMatchObject([{ field: 'title', line: 2 }]);
  });
});

describe('videos', () => {
  const good = {
    title: 'The cat',
    publishedAt: '2026-10-15 06:00',
    provider: 'file',
    src: 'cat.mp4',
    poster: 'cat.jpg',
    duration: 'PT2M31S',
  };
  const at = (fields: Readonly<Record<string, string | undefined>>) =>
    read(document({ ...good, ...fields }, '\nA cat walks.\n'), 'videos/cat.mdx');

  test('of our own have a file, a poster, a length and a transcript', () => {
    const reading = at({ captions: '/media/cat.vtt' });
    expect(valueOf(reading, 'video').video).toEqual({
      slug: 'cat',
      title: 'The cat',
      publishedAt: six,
      provider: 'file',
      src: 'videos/cat.mp4',
      poster: { file: 'videos/cat.jpg' },
      seconds: 151,
      captions: 'media/cat.vtt',
      text: 'A cat walks.',
    });
    expect(reading.references.map(({ what, to, field }) => `${what} ${to} ${field}`)).toEqual([
      'asset videos/cat.mp4 src',
      'picture videos/cat.jpg poster',
      'asset media/cat.vtt captions',
    ]);
  });

  test('of a provider have its id', () => {
    expect(valueOf(at({ provider: 'youtube', id: 'dQw4w9WgXcQ', src: undefined }), 'video').video.id).toBe(
      'dQw4w9WgXcQ',
    );
    expect(valueOf(at({ provider: 'vimeo', id: '76979871', src: undefined }), 'video').video.id).toBe('76979871');
  });

  test.each([
    [{ id: 'dQw4w9WgXcQ' }, 'id'],
    [{ src: undefined }, 'src'],
    [{ provider: 'youtube', src: undefined }, 'id'],
    [{ provider: 'youtube' }, 'id'],
    [{ provider: 'youtube', id: 'dQw4w9WgXcQ' }, 'src'],
    [{ provider: 'vimeo', id: '"><script>', src: undefined }, 'id'],
    [{ provider: 'dailymotion' }, 'provider'],
    [{ poster: undefined }, 'poster'],
    [{ duration: '0' }, 'duration'],
    [{ duration: 'P1Y' }, 'duration'],
  ])('%j is a problem', (fields, field) => {
    expect(at(fields).problems).toMatchObject([{ field }]);
  });

  test.each([
    ['2:31', 'PT2M31S'],
    ['1:02:03', 'PT1H2M3S'],
    ['151', 'PT2M31S'],
    ['pt2m31s', 'PT2M31S'],
  ])('the length %s is to be written %s', (duration, write) => {
    expect(at({ duration }).problems[0]?.fix).toBe(`Write:  duration: ${write}`);
  });

  test('what stands in src beside an id is one problem, whatever it is', () => {
    for (const src of ['film.mp4', 'https://youtu.be/dQw4w9WgXcQ', 'https://example.com/a.mp4', '../../film.mp4']) {
      expect(at({ provider: 'youtube', id: 'dQw4w9WgXcQ', src }).problems, src).toMatchObject([
        { field: 'src', message: 'stands beside id; a video has one of them.', fix: 'Take it out.' },
      ]);
    }
    expect(at({ src: 'https://example.com/a.mp4' }).problems).toMatchObject([
      { field: 'src', message: expect.stringContaining('files lie in the newsroom') as string },
    ]);
  });

  test('the address of a video in src shows the id to write in its place', () => {
    for (const [provider, src, id] of [
      ['youtube', 'https://youtu.be/dQw4w9WgXcQ', 'dQw4w9WgXcQ'],
      ['youtube', '"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3"', 'dQw4w9WgXcQ'],
      ['vimeo', 'https://vimeo.com/76979871', '76979871'],
    ] as const) {
      expect(at({ provider, src }).problems, src).toMatchObject([{ field: 'src', fix: `Write:  id: ${id}` }]);
    }
    expect(at({ provider: 'youtube', src: 'https://example.com/a.mp4' }).problems).toMatchObject([{ field: 'id' }]);
  });

  test('an address in place of an id shows the id', () => {
    const id = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    expect(at({ provider: 'youtube', id, src: undefined }).problems[0]?.fix).toBe('Write:  id: dQw4w9WgXcQ');
  });
});

describe('live entries', () => {
  const file = 'articles/2026/10/15/election-night.updates/0730-first-count.mdx';

  test('belong to the article beside their folder', () => {
    const reading = read(
      document(
        { at: '2026-10-15 06:00', headline: 'First count', authors: 'amina', key: 'true', correctionOf: '0700-polls' },
        '\nWords.\n',
      ),
      file,
    );
    const { article, entry } = valueOf(reading, 'live-entry');
    expect(article).toBe('/2026/10/15/election-night');
    expect(entry).toMatchObject({
      slug: '0730-first-count',
      at: six,
      headline: 'First count',
      authors: ['amina'],
      key: true,
      pinned: false,
      correctionOf: '0700-polls',
    });
    expect(reading.references).toMatchObject([
      { what: 'article', to: article, line: 1 },
      { what: 'author', to: 'amina' },
    ]);
  });

  test('need a time and a headline', () => {
    expect(problemsOf(read(document({}), file))).toEqual([
      '2:1 at is missing. | Add a line:  at: 2026-10-15 06:00',
      '2:1 headline is missing. | Add a line:  headline: …',
    ]);
  });
});

describe('the front', () => {
  const at = (text: string) => read(text, 'fronts/home.yaml');

  test('the example of the manual is read as it stands', () => {
    const { plan } = valueOf(
      at(`breaking: { text: Bridge closed again after inspection, link: /2026/10/15/harbour-bridge-reopens, until: 2026-10-15 18:00 }
pins:                                   # in order; the first is the lead
  - { article: /2026/10/15/harbour-bridge-reopens, until: 2026-10-16 06:00 }
blocks:                                 # default: lead, each category by its order
  - { block: lead, size: 6 }
  - { block: category, category: worldview, size: 5 }
  - { block: opinion, size: 4 }
  - { block: series, series: bridges }
  - { block: latest, size: 12 }
  - { block: most-read }
  - { block: videos, size: 3 }
`),
      'front',
    );
    expect(plan.breaking).toEqual({
      text: 'Bridge closed again after inspection',
      link: '/2026/10/15/harbour-bridge-reopens',
      until: Date.UTC(2026, 9, 15, 15),
    });
    expect(plan.pins).toEqual([{ article: '/2026/10/15/harbour-bridge-reopens', until: Date.UTC(2026, 9, 16, 3) }]);
    expect(plan.blocks).toEqual([
      { block: 'lead', size: 6 },
      { block: 'category', category: 'worldview', size: 5 },
      { block: 'opinion', size: 4 },
      { block: 'series', series: 'bridges', size: 4 },
      { block: 'latest', size: 12 },
      { block: 'most-read', size: 5 },
      { block: 'videos', size: 3 },
    ]);
  });

  test('an empty file leaves the front to itself', () => {
    expect(valueOf(at(''), 'front').plan).toEqual({ pins: [], blocks: [] });
    expect(valueOf(at('# nothing yet\n'), 'front').plan).toEqual({ pins: [], blocks: [] });
  });

  test.each([
    ['blocks:\n  - { block: categry, size: 1 }', 'blocks.0.block'],
    ['blocks:\n  - { block: category }', 'blocks.0.category'],
    ['blocks:\n  - { block: lead, series: x }', 'blocks.0.series'],
    ['blocks:\n  - { block: lead, size: 0 }', 'blocks.0.size'],
    ['pins:\n  - { article: bridge }', 'pins.0.article'],
    ['breaking: { text: Closed, again, link: /x }', 'breaking.again'],
    ['breaking: { text: Closed }', 'breaking.link'],
    ['pin: x', 'pin'],
    ['- a', 'front matter'],
    ['pins: []\n---\npins: []', 'front matter'],
  ])('%j is a problem', (text, field) => {
    expect(at(text).problems).toMatchObject([{ field }]);
  });
});

describe('addresses taken down for good', () => {
  const at = (text: string) => read(text, 'gone.yaml');

  test('are a list, or one map for a list of one', () => {
    const line = { address: '/2026/10/15/x', on: six, show: 'gone' };
    expect(
      valueOf(
        at(
          '- address: /2026/10/15/x\n  on: 2026-10-15 06:00\n- { address: "/?p=1", on: 2026-10-15 06:00, notice: Removed., show: nothing }\n',
        ),
        'gone',
      ).lines,
    ).toEqual([line, { address: '/?p=1', on: six, notice: 'Removed.', show: 'nothing' }]);
    expect(valueOf(at('address: /2026/10/15/x\non: 2026-10-15 06:00\n'), 'gone').lines).toEqual([line]);
    expect(valueOf(at('---\n- { address: /2026/10/15/x, on: 2026-10-15 06:00 }\n'), 'gone').lines).toEqual([line]);
    expect(valueOf(at(''), 'gone').lines).toEqual([]);
  });

  test.each([
    ['- { address: x, on: 2026-10-15 06:00 }', '0.address'],
    ['- { address: /x }', '0.on'],
    ['- { address: /x, on: 2026-10-15 06:00, show: 410 }', '0.show'],
    ['- { address: /x, on: 2026-10-15 06:00 }\n- { address: /x, on: 2026-10-15 06:00 }', '1.address'],
  ])('%j is a problem', (text, field) => {
    expect(at(text).problems).toMatchObject([{ field }]);
  });

  test('thousands of them are read', () => {
    const text = Array.from(
      { length: 3000 },
      (_, nth) => `- address: /2026/10/15/x${nth}\n  on: 2026-10-15 06:00\n`,
    ).join('');
    expect(valueOf(at(text), 'gone').lines).toHaveLength(3000);
  });
});

describe('facts of a photo', () => {
  const at = (text: string) => read(text, 'media/bridge.jpg.yaml');

  test('are kept as typed', () => {
    const { picture, facts } = valueOf(
      at(
        '# Source: an album\nalt: A bridge\ncredit: K. Otieno\nlicence: CC BY 4.0\nfocus: [0.5, 0.3]\nzoom: 1.5\nusableUntil: 2026-10-15 06:00\n',
      ),
      'photo-facts',
    );
    expect(picture).toBe('media/bridge.jpg');
    expect(facts).toEqual({
      alt: 'A bridge',
      credit: 'K. Otieno',
      licence: 'CC BY 4.0',
      focus: [0.5, 0.3],
      zoom: 1.5,
      usableUntil: six,
    });
  });

  test('an empty description says decorative, a missing one says nothing', () => {
    expect(valueOf(at('alt: ""\n'), 'photo-facts').facts).toEqual({ alt: '' });
    expect(valueOf(at('alt:\n'), 'photo-facts').facts).toEqual({});
  });

  test.each([
    ['withdrawn: true', 0],
    ['withdrawn: 2026-10-15 06:00', six],
    ['withdrawn: { on: 2026-10-15 06:00, reason: Rights. }', six],
    ['withdrawn: { reason: Rights. }', 0],
    ['withdrawn: "true"', 0],
  ])('%s hides it', (line, moment) => {
    expect(valueOf(at(`alt: x\n${line}\n`), 'photo-facts').facts.withdrawn).toBe(moment);
  });

  test('withdrawn: false hides nothing', () => {
    expect(valueOf(at('withdrawn: false\n'), 'photo-facts').facts).toEqual({});
  });

  test.each(['Withdrawn: yes', 'withdrawed: true', 'WITHDRAWN: true', 'withdrawn: because', 'withdrawn: yes'])(
    '%s is a problem and hides it all the same',
    (line) => {
      expect(at(`alt: x\n${line}\n`)).toMatchObject({ problems: [{ line: 2 }], takeDown: { sign: 'withdrawn' } });
    },
  );
});
