import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

// Imports go app -> features -> ui, api; feature to feature never. The zones come from the folder list.
const features = readdirSync(new URL('./src/features/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const zone = (files, group, message) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } });

export default defineConfig(
  { ignores: ['dist', 'coverage', 'shots', 'src/api/schema.d.ts', 'src/ui/theme/antd-values.ts', 'public'] },
  ...tseslint.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      // `== null` is null or left out: the server may answer either.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  zone(['src/ui/**'], ['**/app/**', '**/features/**', '**/api/**'], 'ui knows neither the server nor the product'),
  zone(['src/api/**'], ['**/app/**', '**/features/**'], 'api knows no screens'),
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        // Only up and into a neighbour: `ui/phone` is not the feature `phone`.
        { patterns: [{ regex: `^(\\.\\./)+(app|features|${features.filter((other) => other !== feature).join('|')})/`, message: 'a feature uses ui and api only; a screen of two features is composed in app' }] },
      ],
    },
  })),
);
