import { HttpResponse, type JsonBodyType } from 'msw';

/** A refusal as the server writes it. */
export function problem(status: number, code: string, extensions: Record<string, JsonBodyType> = {}): HttpResponse<JsonBodyType> {
  return HttpResponse.json({ type: 'about:blank', title: code, status, code, ...extensions }, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

/** The samples are of this folder: one that is not there is a mistake in them. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('A sample is missing.');
  }
  return value;
}
