import reactHooks from 'eslint-plugin-react-hooks';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Calls that look transactional but run outside the transaction: an SDK trap. */
const outsideTransaction = ['where', 'aggregate'].map((name) => ({
  selector:
    `CallExpression[callee.property.name=/^(update|remove|count)$/] ` +
    `CallExpression[callee.property.name='${name}'][callee.object.callee.object.name=/^(transaction|tx)$/]`,
  message: 'Inside a transaction where().update/remove/count runs outside it: read, then write by _id.',
}));

const parseOnly = {
  selector:
    ':not(FunctionDeclaration[id.name=/^parse/] *):not(VariableDeclarator[id.name=/^parse/] *)' +
    ':not(MethodDefinition[key.name=/^parse/] *):not(Property[key.name=/^parse/] *) > TSAsExpression:not([typeAnnotation.typeName.name="const"])',
  message: 'Assertions belong in functions named parse…: check the value there, trust the type elsewhere.',
};

const platformOnly = {
  'no-restricted-globals': [
    'error',
    { name: 'wx', message: 'Platform calls live in src/platform.' },
    { name: 'window', message: 'Platform calls live in src/platform.' },
    { name: 'document', message: 'Platform calls live in src/platform.' },
    { name: 'navigator', message: 'Platform calls live in src/platform.' },
    { name: 'localStorage', message: 'Platform calls live in src/platform.' },
    { name: 'location', message: 'Platform calls live in src/platform.' },
    { name: 'fetch', message: 'Platform calls live in src/platform.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: [
        { name: '@tarojs/taro', importNames: ['default'], message: 'Platform calls live in src/platform.' },
        { name: '@tarojs/components', message: 'Draw with src/ui/primitives.' },
      ],
    },
  ],
};

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', '.cache/', '.data/', 'coverage/', '**/*.cjs', '**/*.mjs', '**/*.js'],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // Both sides of a port have the same parameters, whether they need them or not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', parseOnly, ...outsideTransaction],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', ...platformOnly },
  },
  {
    files: ['src/platform/**', 'src/ui/primitives*', 'src/**/*.test.ts', 'src/**/*.test.tsx'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  prettier,
);
