import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const failed = {
  id: '019ad000-0000-7000-8000-000000000001', kind: 'webhook', document: 'request', documentId: 'r1', number: 'ÇB-26-0001', path: '/requests/r1', stage: 'examined',
  stageNames: { tr: 'İncelendi', sv: 'Granskad', en: 'Examined' }, target: 'https://erp.example/hook', recipient: null, state: 'failed', attempts: 8, dueAt: '2026-11-30T09:00:00Z', nextAt: null, problem: 'answered', lastError: '503',
};
const waiting = { ...failed, id: '019ad000-0000-7000-8000-000000000002', kind: 'mail', number: '', path: '', stage: '', stageNames: null, target: null, recipient: 'Ayşe Demir', state: 'waitsForMail', attempts: 0, problem: null, lastError: null };

describe('the deliveries', () => {
  let asked: URLSearchParams[] = [];
  let retried = 0;
  let looks = 0;
  beforeEach(() => {
    [asked, retried, looks] = [[], 0, 0];
    server.use(
      http.get('*/api/processes/deliveries', ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json({ items: asked.at(-1)?.get('kind') === 'mail' ? [] : [retried > 0 ? { ...failed, state: 'waiting', nextAt: '2026-11-30T09:05:00Z' } : failed, waiting], next: null, total: null });
      }),
      http.post('*/api/processes/deliveries/:id/retry', () => {
        retried += 1;
        return new HttpResponse(null, { status: 204 });
      }),
      http.get('*/api/processes/deliveries/secret', () => {
        looks += 1;
        return HttpResponse.json({ secret: 'ab12cd34', privateAllowed: false });
      }),
    );
  });

  it('say in plain words what failed, lead to the record, and are tried again', async () => {
    await renderAt('/processes/deliveries', 'supervisor1');
    const table = await screen.findByRole('table', { name: 'Gönderimler' });
    expect(await within(table).findByRole('link', { name: 'ÇB-26-0001' })).toHaveAttribute('href', '/requests/r1');
    expect(within(table).getByText('Posta kutusu bekliyor')).toBeVisible();

    await userEvent.click(within(table).getByText('https://erp.example/hook'));
    const details = screen.getByRole('complementary', { name: 'Gönderim' });
    expect(details).toHaveTextContent('Karşı sistem kabul etmedi (HTTP 503)');
    expect(details).toHaveTextContent('İncelendi');

    await userEvent.click(within(details).getByRole('button', { name: 'Yeniden dene' }));
    await waitFor(() => expect(details).toHaveTextContent('Sonraki deneme'));
    expect(retried).toBe(1);
    expect(within(details).queryByRole('button', { name: 'Yeniden dene' })).toBeNull();
  });

  it('keep the filter in the address and say when nothing matches', async () => {
    await renderAt('/processes/deliveries?state=failed&kind=mail', 'supervisor1');

    expect(await screen.findByText('Bu süzgece uyan gönderim yok')).toBeVisible();
    expect(asked[0]?.toString()).toBe('state=failed&kind=mail');
    await userEvent.click(screen.getByRole('button', { name: 'Süzgeci temizle' }));
    await waitFor(() => expect(asked.at(-1)?.toString()).toBe(''));
  });

  it('show the signing key only when it is asked for', async () => {
    await renderAt('/processes/deliveries', 'supervisor1');
    await userEvent.click(await screen.findByRole('button', { name: 'İmza anahtarı' }));
    const dialog = screen.getByRole('dialog', { name: 'İmza anahtarı' });
    expect(dialog).toHaveTextContent('HMAC-SHA-256');
    expect(looks).toBe(0);

    await userEvent.click(within(dialog).getByRole('button', { name: 'Anahtarı göster' }));
    expect(await within(dialog).findByText('ab12cd34')).toBeVisible();
    expect(looks).toBe(1);
  });
});
