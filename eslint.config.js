// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'playwright-report/',
      'test-results/',
      'tests/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  astro.configs.recommended,

  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Code points are what text is split into here, to compare ids and count characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A number in a template is written as intended: 0–15 and years need no String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  {
    name: 'commands talk to the person at the keyboard',
    files: ['scripts/**', 'bench/**', 'tests/engines/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },

  {
    name: 'plain JavaScript',
    files: ['**/*.{js,mjs}'],
    rules: {
      // Types are in JSDoc there, which this rule does not read; TypeScript itself checks them.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // JSON.parse gives `any`, and a JSDoc cast on each line says less than the @typedef beside it.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  {
    name: 'configuration that a tool reads by its default export',
    files: ['*.config.{js,mjs,ts}'],
    rules: { 'no-restricted-exports': 'off' },
  },

  {
    name: 'tests',
    files: ['tests/**/*.ts'],
    rules: {
      // A value that a test has just built is there; where it is not, the test fails as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Playwright reads which fixtures are asked for from the pattern, empty or not.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },

  {
    name: 'Astro components and the scripts inside them',
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    // TypeScript does not know these files, so rules that need types see none there: `astro check`
    // looks at the types.
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      'no-var': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
);
