import { HttpResponse, type JsonBodyType } from 'msw';

/** A refusal as the server writes it. */
export function problem(status: number, code: string, extensions: Record<string, JsonBodyType> = {}): HttpResponse<JsonBodyType> {
  return HttpResponse.json({ type: 'about:blank', title: code, status, code, ...extensions }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}
