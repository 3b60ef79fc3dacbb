import type { IncomingMessage, ServerResponse } from 'node:http';
import { getResponse, type RequestHandler } from 'msw';
import type { Connect, Plugin } from 'vite';

type MockModule = { handlers: readonly RequestHandler[] };

/** Answers `/api` from the same handlers the tests use (`SANTRAL_MOCK=1`), so screens can be looked at without a backend. Never part of the bundle. */
export function mockApi(): Plugin {
  let load: () => Promise<MockModule>;
  const middleware: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url?.startsWith('/api/') === true) {
      void answer(load, request, response);
      return;
    }
    next();
  };

  return {
    name: 'santral-mock-api',
    configureServer(server) {
      load = () => server.ssrLoadModule('/src/mocks/handlers.ts') as Promise<MockModule>;
      server.middlewares.use(middleware);
    },
    async configurePreviewServer(server) {
      const { createServer } = await import('vite');
      const source = await createServer({ root: server.config.root, configFile: false, server: { middlewareMode: true, ws: false, watch: null }, appType: 'custom' });
      load = () => source.ssrLoadModule('/src/mocks/handlers.ts') as Promise<MockModule>;
      server.middlewares.use(middleware);
    },
  };
}

async function answer(load: () => Promise<MockModule>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }

  const { handlers } = await load();
  const hasBody = chunks.length > 0;
  const reply = await getResponse(
    [...handlers],
    new Request(`http://localhost${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
      ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
    }),
  );

  if (reply === undefined) {
    response.writeHead(404, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ status: 404, title: 'Not found', code: 'request.not_found' }));
    return;
  }

  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  response.end(Buffer.from(await reply.arrayBuffer()));
}
