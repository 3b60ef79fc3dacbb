import { setupServer } from 'msw/node';
import { handlers } from './handlers';

/** The backend of the tests: the same answers as `SANTRAL_MOCK=1` gives in the browser. */
export const server = setupServer(...handlers);
