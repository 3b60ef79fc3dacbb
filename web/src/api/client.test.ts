import { http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { problem } from '../mocks/problem';
import { server } from '../mocks/server';
import { onSignedOut, send } from './client';
import { Refusal } from './refusal';

it('marks writes, so that a forged form of another site is refused', async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.all('*/api/things', ({ request }) => {
      seen.push(request.headers.get('X-Requested-With'));
      return HttpResponse.json({});
    }),
  );
  await send('GET', '/api/things');
  await send('POST', '/api/things', {});
  await send('DELETE', '/api/things');
  expect(seen).toEqual([null, 'santral', 'santral']);
});

it('turns problem details into a refusal with its code, values and field errors', async () => {
  server.use(http.post('*/api/things', () => problem(422, 'request.invalid', { errors: { Subject: ['too long'] }, args: { max: 5 } })));
  const refusal = await send('POST', '/api/things', {}).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'request.invalid', status: 422, problem: { args: { max: 5 } } });
  expect((refusal as Refusal).fieldErrors('subject')).toBe('too long');
});

it('gives an answer that is no problem the code of its status', async () => {
  server.use(http.get('*/api/things', () => new HttpResponse('<html>', { status: 502 })));
  await expect(send('GET', '/api/things')).rejects.toMatchObject({ code: 'http.502' });
});

it('says when nobody answers', async () => {
  server.use(http.get('*/api/things', () => HttpResponse.error()));
  await expect(send('GET', '/api/things')).rejects.toMatchObject({ code: 'network.unreachable' });
});

it('tells when the session is over, but not for a refused sign-in', async () => {
  const over = vi.fn();
  const stop = onSignedOut(over);
  server.use(http.get('*/api/things', () => problem(401, 'identity.sign_in_needed')), http.post('*/api/session', () => problem(401, 'identity.wrong_credentials')));
  await send('POST', '/api/session', {}).catch(() => undefined);
  expect(over).not.toHaveBeenCalled();
  await send('GET', '/api/things').catch(() => undefined);
  expect(over).toHaveBeenCalledTimes(1);
  stop();
});
