import { http, HttpResponse, type RequestHandler } from 'msw';

/** Nothing waits for anybody's decision. */
export const handlers: readonly RequestHandler[] = [http.get('*/api/processes/approvals', () => HttpResponse.json([]))];
