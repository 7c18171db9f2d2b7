import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const pure = ['model', 'parse', 'plan', 'render', 'import', 'lint', 'blocks', 'words', 'typography', 'geometry']

export default tseslint.config(
  { ignores: ['**/*.mjs', '**/*.d.ts', '**/*.d.mts', 'slides/theme/fonts/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { project: '../tsconfig.json', tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'], parser: tseslint.parser },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-undef': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/no-v-html': 'error',
      'no-console': 'error',
    },
  },
  {
    files: pure.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'pdf-lib', 'playwright*', 'vue', '**/load/**', '**/export/**', '**/build/**', '**/commands/**'], message: 'The pure middle knows no disk, no browser and no PDF library.' }] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'performance'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
    },
  },
)
