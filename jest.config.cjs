// JavaScript, because jest needs a further loader to read TypeScript configuration on Node 20.
const layers = ['domain', 'contract', 'server', 'local-cloud', 'demo'];

/** Packages of hundreds of files, by their entries. */
const wholePackages = 'mingo/cjs/index\\.js|zod/index\\.cjs';

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    [`/node_modules/(${wholePackages})$`]: '<rootDir>/tests/setup/whole-package.cjs',
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    ...Object.fromEntries(layers.map((layer) => [`^@${layer}/(.*)$`, `<rootDir>/${layer}/$1`])),
    '^@/(.*)\\.(scss|png|jpg|svg)$': '<rootDir>/tests/app/file-stub.ts',
    '\\.(scss|css|png|jpg|svg)$': '<rootDir>/tests/app/file-stub.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/tests/weapp/',
    '<rootDir>/dist/',
    '<rootDir>/.cache/',
    '<rootDir>/.data/',
  ],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  // Besides, these ship only as ES modules.
  transformIgnorePatterns: [`/node_modules/(?!(croner|@noble)/|(${wholePackages})$)`],
  // Each use of a global looks into the sandbox, which is slow: a quarter of the time of properties. Not Date,
  // which fake timers replace.
  sandboxInjectedGlobals: ['Math', 'Object', 'Array', 'JSON', 'Number', 'String', 'Map', 'Set'],
};

function project(name, tests, further = {}) {
  return { ...shared, ...further, displayName: name, testMatch: tests.map((glob) => `<rootDir>/${glob}`) };
}

/** Tests that run real functions need their bundles; e2e brings its own builds up to date. */
const withCloud = { globalSetup: '<rootDir>/tests/setup/build-cloud.ts' };

/** How often each property is tried: one setting. */
const withProperties = { setupFiles: ['<rootDir>/tests/setup/property-runs.ts'] };

const config = {
  // A test waits for functions much of the time, each in threads of their own.
  maxWorkers: '100%',
  // A starved machine is slow, not wrong; what must be fast is measured, not timed in a test. The only one.
  testTimeout: 600_000,
  projects: [
    project('domain', ['domain/**/*.test.ts', 'data/**/*.test.ts'], withProperties),
    project('contract', ['contract/**/*.test.ts', 'tests/contract/**/*.test.ts'], withProperties),
    project('server', ['server/**/*.test.ts', 'cloudfunctions/**/*.test.ts'], withCloud),
    project('local-cloud', ['local-cloud/**/*.test.ts']),
    project('demo', ['demo/**/*.test.ts'], withCloud),
    project('simulation', ['tests/simulation/**/*.test.ts'], withCloud),
    project('app', ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/app/**/*.test.tsx'], {
      testEnvironment: 'jsdom',
      moduleNameMapper: { ...shared.moduleNameMapper, '^@tarojs/taro$': '<rootDir>/tests/app/taro-stub.ts' },
    }),
    project('tidy', ['tests/tidy/**/*.test.ts', 'scripts/**/*.test.ts']),
    project('e2e', ['tests/e2e/**/*.test.ts'], { globalSetup: '<rootDir>/tests/setup/build-site.ts' }),
  ],
};

module.exports = config;
