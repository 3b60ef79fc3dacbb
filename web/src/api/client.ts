import createClient, { type Middleware } from 'openapi-fetch';
import { noteServerDate } from '../ui/text/now';
import { Refusal } from './refusal';
import type { paths } from './schema';

// A page of another origin cannot set this header without asking first, so a forged form never carries it.
const guard = { 'X-Requested-With': 'santral' };

const signedOut = new Set<() => void>();

/** Called when a request finds that the session is over. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

const conduct: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      request.headers.set('X-Requested-With', guard['X-Requested-With']);
    }
    return request;
  },
  async onResponse({ request, response }) {
    noteServerDate(response.headers.get('Date'));
    if (response.ok) {
      return undefined;
    }
    tellIfSignedOut(request.url, response.status);
    throw await Refusal.from(response);
  },
  onError() {
    return Refusal.unreachable();
  },
};

function tellIfSignedOut(url: string, status: number): void {
  if (status === 401 && !new URL(url, location.origin).pathname.startsWith('/api/session')) {
    signedOut.forEach((listener) => listener());
  }
}

/** The typed client of `openapi.json`. It throws `Refusal`; `data` is there whenever it returns. */
export const api = createClient<paths>({ baseUrl: typeof location === 'undefined' ? 'http://localhost' : location.origin, credentials: 'same-origin', fetch: (request) => fetch(request) });
api.use(conduct);

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The same conduct without the schema: for uploads and for answers that are not JSON. `path` begins with `/api/`. */
export async function send<Answer = void>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}, /** Sent although the page is being closed. */ keepalive = false): Promise<Answer> {
  const isRaw = body instanceof FormData || body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(new URL(path, location.origin), {
      method,
      credentials: 'same-origin',
      keepalive,
      headers: { ...(method === 'GET' ? {} : guard), ...(body === undefined || isRaw ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
  } catch {
    throw Refusal.unreachable();
  }
  noteServerDate(response.headers.get('Date'));
  if (!response.ok) {
    tellIfSignedOut(path, response.status);
    throw await Refusal.from(response);
  }
  return (response.status === 204 || response.headers.get('Content-Length') === '0' ? undefined : await response.json()) as Answer;
}
