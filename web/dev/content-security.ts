import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self' ws: wss:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** `vite preview` answers pages as the host does: a fresh nonce in the template and the strict policy, so a violation is seen before it ships. */
export function contentSecurity(): Plugin {
  return {
    name: 'santral-content-security',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const isPage = request.headers.accept?.includes('text/html') === true && !/\.\w+($|\?)/.test(request.url ?? '');
        if (!isPage) {
          next();
          return;
        }
        void servePage(resolve(server.config.root, server.config.build.outDir, 'index.html'), response);
      });
    },
  };
}

async function servePage(file: string, response: ServerResponse): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const template = await readFile(file, 'utf8');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', policy(nonce));
  response.setHeader('Cache-Control', 'no-store');
  response.end(template.replaceAll('__NONCE__', nonce));
}
