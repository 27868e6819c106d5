// Which file may import which; `npm run floors` checks it. ARCHITECTURE.md explains the floors.

const tests = '\\.(test|fixture)\\.tsx?$'
const base = '^src/base/'
const roof = '^src/(main|app|config|jobs)\\.tsx?$|^src/commands/'
const rooms = ['sign-in', 'fora', 'meetings', 'search', 'administration']
const room = `^src/(${rooms.join('|')})/`

// The shared floor, from the ground up: each may import the ones before it.
const shared = ['db', 'people', 'audit', 'web', 'documents', 'mail', 'notices', 'links']

// What each room may import of the others. Not listed means forbidden.
const mayImport = {
  'sign-in': [],
  fora: [],
  meetings: ['fora'],
  search: ['fora', 'meetings'],
  administration: ['fora', 'sign-in'],
}

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const product = (path, ...except) => ({ path, pathNot: [tests, ...except] })

module.exports = {
  forbidden: [
    error('no-cycles', 'Move the part both need one floor down.', {}, { circular: true }),
    error('base-imports-nothing', 'base/ is the ground floor.', product(base), { path: '^(src|demo)/', pathNot: base }),
    ...shared.map((name, index) =>
      error(
        `${name}-looks-down`,
        'The shared floor imports downwards, in the order of the list.',
        product(`^src/${name}/`),
        {
          path: [
            `^src/(${shared
              .slice(index + 1)
              .concat(rooms, 'islands')
              .join('|')})/`,
            roof,
          ],
        },
      ),
    ),
    error(
      'nobody-imports-the-roof',
      'main, app, config and commands compose the rest; values are passed down.',
      product('^src/', roof),
      {
        path: roof,
      },
    ),
    ...rooms.map((name) =>
      error(
        `${name}-keeps-to-its-floor`,
        'Change mayImport in the same commit and give the reason.',
        product(`^src/${name}/`),
        {
          path: room,
          pathNot: `^src/(${[name, ...mayImport[name]].join('|')})/`,
        },
      ),
    ),
    error(
      'rooms-by-store-or-rules',
      'Another room is reached through its store, rules, texts or paths.',
      product('^src/([^/]+)/', ...shared.map((name) => `^src/${name}/`), base, roof),
      {
        path: room,
        pathNot: ['^src/$1/', '[/-](store|rules|texts|paths)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    error('cadence-is-pure', 'The cadence parser knows words, not fora.', product('^src/fora/cadence/'), {
      path: '^src/',
      pathNot: ['^src/fora/cadence/', base],
    }),
    error(
      'rules-are-pure',
      'rules.ts decides: no SQL, HTTP, pages or Node.',
      { path: '/rules\\.ts$' },
      {
        path: [
          '/(store|forms|texts)\\.ts$',
          '/(routes|pages)\\.tsx$',
          '^src/(db|audit|web|documents)/',
          'node_modules/(hono|kysely|pg)/',
        ],
      },
    ),
    error(
      'rules-need-no-node',
      'rules.ts decides: no SQL, HTTP, pages or Node.',
      { path: '/rules\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    error(
      'stores-know-no-http',
      'SQL files never see a request or a page.',
      { path: '/store\\.ts$' },
      {
        path: ['^src/web/', '/(routes|pages)\\.tsx$', 'node_modules/hono/'],
      },
    ),
    error('pages-do-no-io', 'Pages get everything as props.', product('/pages([^/]*)\\.tsx$|/pages/[^/]+\\.tsx$'), {
      path: ['/store\\.ts$', '/routes\\.tsx$', '^src/db/', '^src/audit/', 'node_modules/(kysely|pg)/'],
      dependencyTypesNot: ['type-only'],
    }),
    error('islands-stay-in-the-browser', 'Browser scripts import base and rules only.', product('^src/islands/'), {
      path: '^(src|demo)/',
      pathNot: ['^src/islands/', base, '/rules\\.ts$', '\\.css$'],
    }),
    error('demo-is-for-the-roof', 'The demonstration data is loaded by the roof.', product('^src/', roof), {
      path: '^demo/',
    }),
    error('no-test-code-in-product', 'Tests look at the product, never the other way.', product('^(src|demo)/'), {
      path: ['^(test|e2e|bench|scripts)/', tests],
    }),
    error(
      'no-development-package-in-product',
      'What runs in production is a real dependency.',
      product('^(src|demo)/', '^src/.*/build/'),
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
