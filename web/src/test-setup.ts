import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { live } from './api/live';
import { server } from './mocks/server';
import { dismissToasts } from './ui/overlays/toasts';
import { startTexts } from './ui/text/texts';
import { resetMocks } from './mocks/identity';
import { cheapComputedStyle } from './test/computed-style';

// Lazy pages are compiled at their first import, on busy machines for longer than the default second.
configure({ asyncUtilTimeout: 8000 });

cheapComputedStyle();

// jsdom has neither.
globalThis.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

beforeAll(async () => {
  await startTexts('tr');
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  resetMocks();
  dismissToasts();
  live.forget();
});
afterAll(() => server.close());
