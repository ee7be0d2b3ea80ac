import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Which of our own packages each part may import: the arrows of the house, one way only. */
const mayImport = {
  'packages/domain': [],
  'packages/evidence': ['domain'],
  'packages/seal': [],
  'packages/storage': ['domain'],
  'packages/interchange': ['domain'],
  'packages/ui': ['domain'],
  'packages/documents': ['domain', 'ui', 'evidence', 'seal'],
  'packages/http': ['domain', 'ui'],
  'packages/auth': ['domain', 'db', 'http'],
  'packages/operations': ['domain', 'db', 'storage', 'evidence', 'seal'],
  'packages/story': ['domain', 'db', 'storage', 'auth', 'documents', 'interchange', 'operations', 'evidence'],
  'apps/portal': [
    'domain',
    'db',
    'storage',
    'ui',
    'http',
    'auth',
    'operations',
    'documents',
    'evidence',
    'interchange',
  ],
  'apps/console': [
    'domain',
    'db',
    'storage',
    'ui',
    'http',
    'auth',
    'operations',
    'interchange',
    'documents',
    'evidence',
  ],
  'apps/worker': [
    'domain',
    'db',
    'storage',
    'ui',
    'http',
    'auth',
    'documents',
    'operations',
    'interchange',
    'evidence',
    'seal',
  ],
  'apps/command-line': ['domain', 'interchange', 'db', 'storage', 'auth', 'operations', 'evidence', 'seal'],
}

const tests = ['**/*.test.{ts,tsx}', '**/tests/**']

/** The few files that send SQL which is not a tagged template, each for the reason beside it. */
const mayUseUnsafe = [
  'db/src/migrate.ts', // runs the .sql files of db/access whole
  'db/tests/**', // tries whatever SQL an attacker could send
]

const mayExportDefault = [
  'apps/*/app/routes/**', // Remix finds routes, the root and the entries by their default export
  'apps/*/app/root.tsx',
  'apps/*/app/routes.ts',
  'apps/*/app/entry.*.tsx',
  '**/*.config.{js,ts}',
  'db/tests/harness/cluster.ts', // vitest's global setups
  'e2e/src/product-for-the-run.ts',
]

const everywhere = [
  {
    selector: 'JSXAttribute[name.name="style"]',
    message: 'The CSP is style-src ’self’: use a class, or SVG geometry attributes.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Markup comes from components; scripts with a nonce through the http package.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(slice|substring|substr|split)$/][callee.object.callee.property.name="toISOString"]',
    message: 'That is the UTC day, not the office’s: use calendar-day of the domain.',
  },
  {
    selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
    message: 'Nothing that we own is mocked.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(waitForTimeout|getByTestId)$/]',
    message: 'Wait for what a person would see, and find it by role or label.',
  },
]
const unsafeSql = [
  {
    selector: 'CallExpression[callee.property.name="unsafe"]',
    message: 'SQL is a tagged template; values never become its text.',
  },
  {
    selector: 'CallExpression[callee.object.name="sql"][callee.property.name="raw"]',
    message: 'SQL is a tagged template; values never become its text.',
  },
]
const defaultExport = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that it is called the same everywhere.',
  },
]
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The domain has no clock: take `now` or `today` as an argument.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The domain has no clock: take `now` or `today` as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The domain has no clock: take `now` as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The domain has no dice: take a seed as an argument.',
  },
  { selector: ':function[async=true]', message: 'The domain is plain calculation: nothing in it waits.' },
  { selector: 'AwaitExpression', message: 'The domain is plain calculation: nothing in it waits.' },
  { selector: 'ImportExpression', message: 'The domain is plain calculation: nothing in it loads.' },
]

const lucia = {
  name: 'lucia',
  message: 'Only packages/auth/src/lucia.ts knows Lucia; use the guards of @countersign/auth.',
}

function imports(folder, { only = null, withLucia = false } = {}) {
  const allowed = mayImport[folder]
  const ours =
    allowed.length > 0
      ? `^@countersign/(?!(${allowed.join('|')}|${folder.split('/')[1]})(/|$))`
      : '^@countersign/'
  return [
    'error',
    {
      paths: withLucia ? [] : [lucia],
      patterns: [
        { regex: ours, message: `${folder} may import of ours: ${allowed.join(', ') || 'nothing'}.` },
        {
          regex: '^(\\.\\./)+(apps|packages|db|e2e|scripts)/|^(\\.\\./){2,}[a-z-]+/(app|src)/',
          message: 'Import another package by its name, which is where the arrows are checked.',
        },
        ...(only ? [only] : []),
      ],
    },
  ]
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/build/**',
      '**/.turbo/**',
      '**/.cache/**',
      '**/.countersign/**',
      'db/migrations/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': ['error', { paths: [lucia] }],
      'no-restricted-syntax': ['error', ...everywhere, ...unsafeSql, ...defaultExport],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // The compiler knows unused locals better, and Remix's loaders name what they do not use.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-unused-expressions': [
        'error',
        { allowShortCircuit: true, allowTernary: true, enforceForJSX: true },
      ],
    },
  },

  ...Object.keys(mayImport).map((folder) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    ignores: tests,
    rules: { 'no-restricted-imports': imports(folder) },
  })),
  {
    files: ['packages/domain/src/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-imports': imports('packages/domain', {
        only: { regex: '^[^.]', message: 'The domain imports nothing but itself.' },
      }),
      'no-restricted-syntax': ['error', ...everywhere, ...unsafeSql, ...defaultExport, ...impure],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'performance',
          'crypto',
          'setTimeout',
          'setInterval',
          'window',
          'document',
          'Buffer',
          'require',
        ].map((name) => ({ name, message: 'The domain runs anywhere and asks nobody.' })),
      ],
    },
  },
  {
    files: ['packages/auth/src/lucia.ts'],
    rules: { 'no-restricted-imports': imports('packages/auth', { withLucia: true }) },
  },
  { files: mayUseUnsafe, rules: { 'no-restricted-syntax': ['error', ...everywhere, ...defaultExport] } },
  { files: mayExportDefault, rules: { 'no-restricted-syntax': ['error', ...everywhere, ...unsafeSql] } },
)
