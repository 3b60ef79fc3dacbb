import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { server } from '../../../mocks/server';
import { renderAt } from '../../../test/render-at';

const roles = [
  { code: 'admin', names: { tr: 'Yönetici', sv: 'Administratör', en: 'Administrator' }, permissions: ['requests.read', 'requests.write', 'identity.audit'], isFixed: true, version: 1 },
  { code: 'agent', names: { tr: 'Müşteri temsilcisi', sv: 'Handläggare', en: 'Agent' }, permissions: ['requests.read'], isFixed: false, version: 3 },
];

describe('the roles', () => {
  let sent: { path: string; body: unknown }[] = [];
  beforeEach(() => {
    sent = [];
    server.use(
      http.get('*/api/roles', () => HttpResponse.json(roles)),
      http.get('*/api/permissions', () => HttpResponse.json([{ module: 'requests', permissions: ['requests.read', 'requests.write'] }, { module: 'identity', permissions: ['identity.audit'] }])),
      http.put('*/api/roles/:code', async ({ request, params }) => {
        sent.push({ path: String(params.code), body: await request.json() });
        return HttpResponse.json({ ...roles[1], version: 4 });
      }),
      http.post('*/api/roles', async ({ request }) => {
        const body = (await request.json()) as { code: string };
        sent.push({ path: 'new', body });
        return HttpResponse.json({ ...roles[1], ...body, isFixed: false, version: 1 });
      }),
    );
  });

  it('gives a right and says before saving how many change', async () => {
    await renderAt('/users/roles?role=agent', 'admin');
    const group = await screen.findByRole('group', { name: 'Başvurular' });

    await userEvent.click(within(group).getByRole('checkbox', { name: 'Başvuru açar, düzenler' }));

    expect(screen.getByText(/1 yetki değişti/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Kaydet/ }));
    await waitFor(() => expect(sent).toEqual([{ path: 'agent', body: { version: 3, names: roles[1]?.names, permissions: ['requests.read', 'requests.write'] } }]));
  });

  it('begins a new role with the rights of the one it is copied from', async () => {
    await renderAt('/users/roles?role=agent', 'admin');
    await userEvent.click(await screen.findByRole('button', { name: 'Kopyala' }));

    await userEvent.type(screen.getByRole('textbox', { name: 'Türkçe' }), 'Gece ekibi');
    await userEvent.type(screen.getByRole('textbox', { name: 'Svenska' }), 'Nattskift');
    await userEvent.type(screen.getByRole('textbox', { name: 'English' }), 'Night shift');
    await userEvent.keyboard('{Control>}s{/Control}');

    await waitFor(() => expect(sent).toEqual([{ path: 'new', body: { code: 'night_shift', names: { tr: 'Gece ekibi', sv: 'Nattskift', en: 'Night shift' }, permissions: ['requests.read'] } }]));
  });

  it('leaves the administrator as he is', async () => {
    await renderAt('/users/roles?role=admin', 'admin');

    expect(await screen.findByText(/Yönetici rolü her yetkiyi taşır/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Kaydet/ })).not.toBeInTheDocument();
    screen.getAllByRole('checkbox').forEach((box) => expect(box).toBeDisabled());
  });
});
