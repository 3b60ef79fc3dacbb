import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurity } from './dev/content-security.ts';
import { mockApi } from './dev/mock-api.ts';

const backend = process.env.SANTRAL_BACKEND ?? 'http://localhost:5080';
const proxy = {
  '/api': { target: backend, changeOrigin: false },
  '/hubs': { target: backend, changeOrigin: false, ws: true },
};

const NEED_A_DOCUMENT = ['src/api/client.test.ts', 'src/features/phone/browser-phone.test.ts'];

export default defineConfig({
  plugins: [react(), contentSecurity(), ...(process.env.SANTRAL_MOCK === undefined ? [] : [mockApi()])],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2022',
    // The policy has no data: source, so small files stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few chunks for what every page needs; left alone, each shared icon becomes a request. Pickers (antd) and the languages stay apart, they are loaded when used.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)[\\/]/, priority: 3 },
            { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/, priority: 2 },
            { name: 'kit', test: /web[\\/]src[\\/](ui|api)[\\/](?!records[\\/]rich-|fields[\\/](select|cascader|date-field|picker)|theme[\\/]antd|text[\\/](tr|sv|en)\.ts)/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy, fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
  preview: { proxy },
  test: {
    css: false,
    restoreMocks: true,
    env: { TZ: 'Europe/Istanbul' },
    testTimeout: 20_000,
    // Nothing else runs beside them; left alone, one core of two would rest.
    maxWorkers: '100%',
    pool: 'threads',
    // The app's modules are loaded once a worker and not once a file; src/test-setup.ts puts back what a test changed.
    isolate: false,
    // A document costs each file two seconds: only what needs one has one.
    projects: [
      { extends: true, test: { name: 'screens', include: ['src/**/*.test.tsx', ...NEED_A_DOCUMENT], environment: 'jsdom', setupFiles: ['src/test-setup.ts'] } },
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.ts'], exclude: NEED_A_DOCUMENT, environment: 'node' } },
    ],
  },
});
