import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mock, mockCode } from '../mocks/identity';
import { toast } from '../ui/overlays/toasts';
import { setLanguage } from '../ui/text/texts';
import { newQueries, Providers } from './providers';
import { routes } from './router';

// The hub is another's subject; without a server it would only retry.
vi.mock('@microsoft/signalr', () => {
  class HubConnectionBuilder {
    withUrl = (): this => this;
    withAutomaticReconnect = (): this => this;
    configureLogging = (): this => this;
    build = (): unknown => ({ on: () => undefined, onreconnecting: () => undefined, onreconnected: () => undefined, onclose: () => undefined, start: () => Promise.resolve(), stop: () => Promise.resolve() });
  }
  return { HubConnectionBuilder, LogLevel: { None: 6 } };
});

afterEach(() => setLanguage('tr'));

function open(path: string): ReturnType<typeof createMemoryRouter> {
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  render(
    <Providers queries={newQueries()}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return router;
}

const fill = async (userName: string, password: string): Promise<void> => {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Kullanıcı adı' }), userName);
  await userEvent.type(screen.getByLabelText('Parola'), `${password}{Enter}`);
};

describe('sign-in', () => {
  it('leads back to the page that was wanted', async () => {
    const router = open('/account');
    await fill('agent1', 'demo');
    expect(await screen.findByRole('heading', { name: 'Hesabım' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/account');
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    open('/sign-in');
    await fill('agent1', 'yanlis');
    expect(await screen.findByRole('alert')).toHaveTextContent('Kullanıcı adı ya da parola yanlış.');
    expect(screen.getByRole('textbox', { name: 'Kullanıcı adı' })).toHaveValue('agent1');
    expect(screen.getByLabelText('Parola')).toHaveValue('yanlis');
  });

  it('asks for the second factor, again after a wrong code', async () => {
    open('/sign-in?to=/account');
    await fill('supervisor1', 'demo');
    const code = await screen.findByRole('textbox', { name: '6 haneli kod' });
    await userEvent.type(code, '000000');
    expect(await screen.findByRole('alert')).toHaveTextContent('Kod yanlış');
    await userEvent.clear(screen.getByRole('textbox', { name: '6 haneli kod' }));
    await userEvent.type(screen.getByRole('textbox', { name: '6 haneli kod' }), mockCode);
    expect(await screen.findByRole('heading', { name: 'Hesabım' })).toBeVisible();
  });

  it('never follows a target on another site', async () => {
    const router = open('/sign-in?to=//evil.example/x');
    await fill('agent1', 'demo');
    await waitFor(() => expect(router.state.location.pathname).not.toBe('/sign-in'));
    expect(router.state.location.pathname.startsWith('//')).toBe(false);
  });

  it('lets a visitor of the demo in by one press', async () => {
    open('/sign-in?to=/account');
    await userEvent.click(await screen.findByRole('button', { name: /Faruk Demir/ }));
    expect(await screen.findByRole('heading', { name: 'Hesabım' })).toBeVisible();
  });
});

describe('first run', () => {
  it('opens by itself on an empty installation and ends signed in', async () => {
    mock.empty();
    open('/');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Kuruluş adı' }), 'Beyaz Eşya A.Ş.');
    await userEvent.click(screen.getByRole('button', { name: 'Devam' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Ad soyad' }), 'Zeynep Kılıç');
    await userEvent.type(screen.getByRole('textbox', { name: 'Kullanıcı adı' }), 'zeynep');
    await userEvent.type(screen.getByLabelText('Parola'), 'kisa');
    await userEvent.click(screen.getByRole('button', { name: 'Kurulumu bitir' }));
    expect(screen.getByText('En az 10 karakter olmalı, 4 karakter var.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Parola'), '-degil-artik');
    await userEvent.type(screen.getByLabelText('Parola yeniden'), 'kisa-degil-artik');
    await userEvent.click(screen.getByRole('button', { name: 'Kurulumu bitir' }));
    expect(await screen.findByRole('navigation', { name: 'Ana gezinme' }, { timeout: 5000 })).toBeInTheDocument();
  });
});

describe('shell', () => {
  it('shows only pages the person may open', async () => {
    mock.signIn('agent1');
    open('/account');
    await screen.findByRole('heading', { name: 'Hesabım' });
    expect(screen.queryByRole('link', { name: /Kullanıcılar/ })).toBeNull();
  });

  it('changes the language on the spot and keeps it on the account', async () => {
    mock.signIn('agent1');
    open('/account');
    await screen.findByRole('heading', { name: 'Hesabım' });
    await userEvent.click(screen.getByRole('radio', { name: 'Svenska' }));
    expect(await screen.findByRole('heading', { name: 'Mitt konto' })).toBeVisible();
    expect(document.documentElement.lang).toBe('sv');
  });

  it('opens the palette with Ctrl+K and finds without accents', async () => {
    mock.signIn('admin');
    open('/account');
    await screen.findByRole('heading', { name: 'Hesabım' });
    await userEvent.keyboard('{Control>}k{/Control}');
    const palette = screen.getByRole('dialog', { name: 'Ara veya komut ver' });
    await userEvent.type(within(palette).getByRole('combobox'), 'kullanici{Enter}');
    expect(await screen.findByRole('heading', { name: 'Kullanıcılar' })).toBeVisible();
  });

  it('says when a page does not exist', async () => {
    mock.signIn('agent1');
    open('/nowhere');
    expect(await screen.findByRole('heading', { name: 'Sayfa bulunamadı' })).toBeInTheDocument();
  });

  it('leads to sign-in after signing out', async () => {
    mock.signIn('agent1');
    const router = open('/account');
    await userEvent.click(await screen.findByRole('button', { name: /Faruk Demir/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Oturumu kapat' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });

  it('tells the next person nothing of what the last one could undo', async () => {
    mock.signIn('agent1');
    const router = open('/account');
    await screen.findByRole('heading', { name: 'Hesabım' });
    act(() => void toast({ title: 'Kaydedildi', undo: () => undefined }));
    expect(screen.getByText('Kaydedildi')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: /Faruk Demir/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Oturumu kapat' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(screen.queryByText('Kaydedildi')).not.toBeInTheDocument();
  });
});

it('a page that is not this person’s says so at once', async () => {
  mock.signIn('agent1');
  open('/users');
  expect(await screen.findByRole('heading', { name: 'Bu sayfayı açma yetkiniz yok', level: 1 })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Başlangıca dön' })).toHaveAttribute('href', '/');
});
