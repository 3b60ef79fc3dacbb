import type { RequestHandler } from 'msw';

const modules = import.meta.glob<{ handlers: readonly RequestHandler[] }>(['./*.ts', '!./handlers.ts', '!./server.ts', '!./problem.ts'], { eager: true });

/** Every module's mock answers; a file beside this one that exports `handlers` is enough. */
export const handlers: readonly RequestHandler[] = Object.values(modules).flatMap((module) => [...module.handlers]);
