import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const line = {
  id: '019ad000-0000-7000-8000-000000000001', at: '2026-11-30T09:00:00Z', userId: 'u1', userName: 'Ayşe Demir', module: 'requests', moduleName: 'Başvurular', entity: 'Request', entityName: 'Başvuru',
  entityId: 'r1', subject: 'ÇB-26-0001', page: '/requests/r1', act: 'changed', actName: 'Değiştirildi', isHidden: false,
  changes: [{ field: 'subject', name: 'Konu', from: 'Eski konu', to: 'Yeni konu', isSecret: false, came: null, went: null }],
};
const role = {
  ...line, id: '019ad000-0000-7000-8000-000000000002', module: 'identity', moduleName: 'Kişiler', entity: 'Role', entityName: 'Rol', subject: 'Temsilci', page: null,
  changes: [{ field: 'permissions', name: 'Yetkiler', from: 'a', to: 'a b', isSecret: false, came: ['Listeyi dışarı alır'], went: [] }, { field: 'hash', name: 'Anahtar', from: null, to: null, isSecret: true, came: null, went: null }],
};
const hidden = { ...line, id: '019ad000-0000-7000-8000-000000000003', subject: null, page: null, isHidden: true, changes: [] };
const kinds = [
  { code: 'requests', name: 'Başvurular', kinds: [{ code: 'Request', name: 'Başvuru', acts: [{ code: 'changed', name: 'Değiştirildi' }, { code: 'file_attached', name: 'Dosya eklendi' }] }] },
  { code: 'identity', name: 'Kişiler', kinds: [{ code: 'Role', name: 'Rol', acts: [{ code: 'changed', name: 'Değiştirildi' }] }] },
];

describe('the audit trail', () => {
  let asked: URLSearchParams[] = [];
  beforeEach(() => {
    asked = [];
    server.use(
      http.get('*/api/audit/kinds', () => HttpResponse.json(kinds)),
      http.get('*/api/audit', ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json({ items: [line, role, hidden], next: null, total: null });
      }),
    );
  });

  it('shows what changed from what to what, and leads to the record', async () => {
    await renderAt('/audit', 'admin');

    const table = await screen.findByRole('table', { name: 'Denetim izi' });
    await userEvent.click(await within(table).findByText('Başvuru: ÇB-26-0001'));

    const details = screen.getByRole('complementary', { name: 'Ayrıntı' });
    expect(details).toHaveTextContent('Konu');
    expect(within(details).getByText('Eski konu').tagName).toBe('DEL');
    expect(within(details).getByText('Yeni konu').tagName).toBe('INS');
    expect(within(details).getByRole('link', { name: 'Kaydı aç' })).toHaveAttribute('href', '/requests/r1');
    expect(within(details).getByRole('link', { name: 'Yalnızca bu kayıt' })).toHaveAttribute('href', '/audit?id=r1');
  });

  it('says of rights what came, of secrets nothing, and of records out of sight that they are', async () => {
    await renderAt('/audit', 'admin');
    await userEvent.click(await screen.findByText('Rol: Temsilci'));
    const details = screen.getByRole('complementary', { name: 'Ayrıntı' });
    expect(details).toHaveTextContent('Listeyi dışarı alır');
    expect(details).toHaveTextContent('gizli');

    await userEvent.click(within(screen.getByRole('table', { name: 'Denetim izi' })).getByText('Başvuru'));
    expect(details).toHaveTextContent('görebildiğiniz birimlerin dışında');
  });

  it('asks by module, kind, person and day, keeps the question in the address and gives it to the file', async () => {
    await renderAt('/audit?module=requests&entity=Request&act=changed&from=2026-11-01&until=2026-11-30', 'admin');

    await waitFor(() => expect(asked).not.toHaveLength(0));
    const first = asked[0] ?? new URLSearchParams();
    expect(first.get('module')).toBe('requests');
    expect(first.get('entity')).toBe('Request');
    expect(first.get('from')).toBe(new Date(2026, 10, 1).toISOString());
    expect(first.get('until')).toBe(new Date(2026, 11, 1).toISOString());
    expect(screen.getByRole('link', { name: 'CSV indir' })).toHaveAttribute('href', `/api/audit/export?${first}`);

    await userEvent.click(screen.getByRole('button', { name: 'Süzgeci temizle' }));
    await waitFor(() => expect(asked.at(-1)?.toString()).toBe(''));
  });
});
