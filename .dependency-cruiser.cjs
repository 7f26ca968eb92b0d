/** The dependency rule: domain ← contract ← server ← cloudfunctions, and domain ← contract ← src. */
const only = (layer, allowed) => ({
  name: `${layer}-imports`,
  comment: `${layer} may import ${allowed.length === 0 ? 'nothing outside itself' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^[^/]+/',
    pathNot: [layer, ...allowed, 'node_modules', 'types'].map((name) => `^${name}/`),
    dependencyTypesNot: ['core'],
  },
});

const never = (name, from, to, fromNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot ? { pathNot: fromNot } : {}) },
  to: { path: to },
});

module.exports = {
  forbidden: [
    only('domain', []),
    only('contract', ['domain']),
    only('server', ['domain', 'contract']),
    only('cloudfunctions', ['domain', 'contract', 'server', 'data']),
    only('src', ['domain', 'contract']),
    only('local-cloud', []),
    only('demo', ['domain', 'contract', 'server', 'data', 'local-cloud']),
    {
      name: 'domain-is-pure',
      comment: 'no package and no Node module inside domain',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'sdk-at-the-edge',
      severity: 'error',
      from: {
        pathNot: [
          '^server/cloudbase/',
          '^cloudfunctions/[^/]+/index\\.ts$',
          '\\.test\\.ts$',
          '^local-cloud/',
        ],
      },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'components-behind-primitives',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ui/primitives|platform/)' },
      to: { path: 'node_modules/@tarojs/components' },
    },
    never('foundation-imports-nothing-above', '^src/(lib|ui|platform)/', '^src/(features|pages|packages)/'),
    never('features-import-no-pages', '^src/features/', '^src/(pages|packages)/'),
    {
      name: 'features-never-import-features',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'main-package-imports-no-sub-package',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/packages/' },
      to: { path: '^src/packages/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
