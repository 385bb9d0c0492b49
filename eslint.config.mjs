/** The folder table of docs/architecture.md as rules: each message names the right place. */
import tseslint from 'typescript-eslint';

/** Every alias of package.json, and what stands behind it. */
const rooms = [
  'archive',
  'audience',
  'syndication',
  'edge',
  'mirror',
  'newsroom',
  'components',
  'compositor',
  'islands',
  'model',
  'site',
];

const forbid = (names, message) => names.map((name) => ({ group: [`#${name}`, `#${name}/*`], message }));

/** One folder: which rooms it may ask, which packages it must not, and what else it must never do. */
const room = (files, { may, message, packages = [], patterns = [], syntax = [], ignores = [] }) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...forbid(
            rooms.filter((name) => !may.includes(name)),
            message,
          ),
          ...packages.map(([group, why]) => ({ group, message: why })),
          ...patterns,
          { group: ['**/app/*', '**/app/**'], message: 'Nobody imports app/: it holds routes only.' },
          { group: ['**/contentlayer.config'], message: 'Nobody imports contentlayer.config.ts: import the types.' },
        ],
      },
    ],
    'no-restricted-syntax': ['error', ...syntax],
  },
});

const noClock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The moment is an argument (now: Moment); only clock.ts asks what time it is.',
  },
];
const noEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings come from settings.ts, which alone reads the environment.',
  },
];
const noInlineStyle = [
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The CSP forbids inline styles: use a class of app/styles/.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Content is data: it never becomes raw HTML.',
  },
];
const noFetch = [
  {
    selector: "CallExpression[callee.name='fetch']",
    message: 'Components are given what they show; a route asks the archive.',
  },
];
const noRawHtml = [
  {
    selector:
      'MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString|write|writeln|srcdoc)$/]',
    message: 'Trusted types are required: make elements, or let the browser read a document.',
  },
];
const noClient = [
  {
    selector: "ExpressionStatement[directive='use client']",
    message: 'Browser code stands in components/islands/ as custom elements.',
  },
];
const nodeModules = [
  ['node:*', 'fs', 'path'],
  'model/ is pure: what needs Node stands in archive/, edge/ or audience/.',
];
const react = [
  ['react', 'react-dom', 'next', 'next/*'],
  'This folder knows nothing of React and Next: markup stands in components/, routes in app/.',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.build/',
      '.contentlayer/',
      '.data/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
      'content/',
      'e2e/content/',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-console': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  room(['model/**/*.ts'], {
    may: ['model'],
    message: 'model/ imports only model/ and types: rules ask nobody.',
    packages: [nodeModules, react],
    syntax: [...noClock, ...noEnvironment],
    ignores: ['model/documents/**'],
  }),
  room(['model/documents/**/*.ts'], {
    may: ['model'],
    message: 'Document types are plain data: they import the schema of contentlayer2 and nothing that runs.',
    packages: [nodeModules, react],
    patterns: [
      {
        regex: '^contentlayer2(/source-files)?$',
        message: 'Import contentlayer2/source-files/schema: the parent entry costs a second at start.',
      },
    ],
  }),
  room(['archive/**/*.ts'], {
    may: ['archive', 'model', 'site'],
    message: 'archive/ knows the words and the rules, not who asks: import model/ or site.config.ts.',
    packages: [react],
    syntax: [...noClock, ...noEnvironment],
  }),
  room(['audience/**/*.ts'], {
    may: ['audience', 'model', 'site'],
    message: 'audience/ keeps what readers give us and knows no pages and no archive.',
    packages: [react],
    syntax: [...noEnvironment],
  }),
  room(['syndication/**/*.ts', 'syndication/**/*.tsx'], {
    may: ['syndication', 'model', 'site'],
    message: 'syndication/ is given published articles: it asks no archive.',
    // What only tests use may read files.
    ignores: ['syndication/*ForTests.ts'],
    packages: [nodeModules],
    syntax: [...noClock, ...noEnvironment],
  }),
  room(['components/**/*.ts', 'components/**/*.tsx'], {
    may: ['components', 'model', 'site'],
    message: 'Components are given what they show: a route asks the archive.',
    packages: [nodeModules],
    syntax: [...noClock, ...noEnvironment, ...noInlineStyle, ...noFetch, ...noClient],
    ignores: ['components/islands/**'],
  }),
  room(['components/islands/**/*.ts'], {
    may: ['islands'],
    message: 'Islands run in the browser and weigh 6 kB in all: they import only each other.',
    packages: [nodeModules, react],
    syntax: [...noEnvironment, ...noRawHtml],
  }),
  room(['app/**/*.ts', 'app/**/*.tsx'], {
    may: ['archive', 'audience', 'syndication', 'components', 'model', 'site'],
    message: 'Routes ask the archive, the audience, syndication and components; nothing else.',
    syntax: [...noClock, ...noEnvironment, ...noInlineStyle, ...noClient],
  }),
  room(['edge/**/*.ts'], {
    may: ['edge', 'model', 'site'],
    message: 'The front door knows addresses and responses, no pages: import small pure parts of model/.',
    packages: [react],
  }),
  room(['compositor/**/*.ts'], {
    may: ['compositor'],
    message: 'The compositor sets whatever routes it is given: it knows no page and asks no archive.',
    syntax: [...noClock, ...noEnvironment],
  }),
  room(['newsroom/**/*.ts'], {
    may: ['newsroom', 'archive', 'model', 'site'],
    message: "The editors' commands use the rules and the archive, no pages.",
    packages: [react],
    syntax: [...noEnvironment],
  }),
  room(['mirror/**/*.ts'], {
    may: ['mirror', 'edge', 'archive', 'audience', 'newsroom', 'model', 'site'],
    message: 'The mirror asks the archive what there is and the front door for finished answers; it knows no pages.',
    packages: [react],
    syntax: [...noEnvironment],
  }),
  room(['e2e/**/*.ts'], {
    may: [],
    message: 'End-to-end tests see what a reader sees: no application code.',
  }),
  room(['site.config.ts'], {
    may: [],
    message: 'site.config.ts holds the facts of the publication and imports nothing.',
    syntax: [...noClock, ...noEnvironment],
  }),
);
