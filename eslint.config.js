import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'

const exported = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: the name is the same everywhere.',
}
const barrel = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' }

export default tseslint.config(
  { ignores: ['dist/', 'var/', '.cache/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          ignoreRestSiblings: true,
          varsIgnorePattern: '^_',
          argsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
        },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', exported, barrel],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read in src/config.ts and passed down.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:process',
              importNames: ['env'],
              message: 'Settings are read in src/config.ts and passed down.',
            },
          ],
        },
      ],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80 }],
    },
  },
  { files: ['**/*.tsx'], extends: [jsxA11y.flatConfigs.strict] },
  { files: ['**/pages*.tsx', '**/pages/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120 }] } },
  {
    files: ['*.config.ts', 'src/config.ts', 'scripts/**', 'test/**', 'e2e/**', 'bench/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': ['error', barrel] } },
  { files: ['scripts/**', 'src/commands/**', 'src/main.ts', 'bench/**'], rules: { 'no-console': 'off' } },
  // Made by `npm run schema`, or SQL that stays as it landed.
  { files: ['src/db/tables.ts', 'src/db/migrations/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.{test,fixture}.{ts,tsx}', '{test,e2e,bench}/**'],
    rules: {
      // A suite is one function; an assertion about a mock or a parsed answer needs its type said.
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
)
