import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DemoPhonePage } from './demo-phone-page';
import type { DemoServer } from './demo-line';
import type { DemoHeard, DemoNews } from './demo-types';

type Fake = { server: DemoServer; tell: (news: DemoNews) => void; say: (heard: DemoHeard) => void; dialled: unknown[]; pressed: string[] };

/** A server without a network; jsdom has no audio, so the line itself stays silent. */
function fake(dial: DemoServer['dial'] = () => new Promise(() => undefined)): Fake {
  const heard: Fake = { dialled: [], pressed: [] } as unknown as Fake;
  heard.server = {
    start: (onPhone, onHeard) => {
      heard.tell = onPhone;
      heard.say = onHeard;
      return Promise.resolve();
    },
    callers: () =>
      Promise.resolve([
        { number: '+905321112233', name: 'Elif Yılmaz', kind: 'individual', hint: 'Bireysel, numarası kayıtlı' },
        { number: null, name: 'Gizli numara', kind: 'withheld', hint: 'Kim olduğu bilinmez' },
      ]),
    numbers: () => Promise.resolve([{ number: '+908502220000', short: '100', name: 'İnternet' }]),
    dial: (from, to, offer) => {
      heard.dialled.push({ from, to });
      return dial(from, to, offer);
    },
    press: (key) => {
      heard.pressed.push(key);
      return Promise.resolve();
    },
    hangUp: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  return heard;
}

class Peer extends EventTarget {
  iceGatheringState = 'complete';
  localDescription = { sdp: 'v=0' };
  addTransceiver = (): object => ({ setCodecPreferences: () => undefined });
  createOffer = (): Promise<object> => Promise.resolve({});
  setLocalDescription = (): Promise<void> => Promise.resolve();
  setRemoteDescription = (): Promise<void> => Promise.resolve();
  getSenders = (): never[] => [];
  close = (): void => undefined;
}
class Context {
  resume = (): Promise<void> => Promise.resolve();
  close = (): Promise<void> => Promise.resolve();
  createMediaStreamDestination = (): object => ({ stream: { getAudioTracks: () => [], getTracks: () => [] } });
}

async function open(heard: Fake): Promise<ReturnType<typeof userEvent.setup>> {
  vi.stubGlobal('RTCPeerConnection', Peer);
  vi.stubGlobal('AudioContext', Context);
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DemoPhonePage connect={() => heard.server} />
    </QueryClientProvider>,
  );
  await screen.findByRole('radio', { name: /Elif Yılmaz/ });
  return user;
}

test('a visitor picks who calls, dials, presses keys and sees what is heard', async () => {
  const heard = fake(() => Promise.resolve({ sdpAnswer: 'v=0' }));
  const user = await open(heard);
  await user.click(screen.getByRole('radio', { name: /Gizli numara/ }));
  await user.click(screen.getByRole('button', { name: 'Ara' }));
  await waitFor(() => expect(heard.dialled).toEqual([{ from: null, to: '+908502220000' }]));

  act(() => heard.tell({ state: 'ringing' }));
  expect(screen.getByText('Çalıyor…')).toBeVisible();
  act(() => heard.tell({ state: 'connected' }));
  expect(screen.getByText('Bağlı')).toBeVisible();
  expect(screen.getByText(/Mikrofon yok/)).toBeVisible();

  act(() => {
    heard.say({ at: '2026-11-22T00:00:00Z', kind: 'stage', text: '', stage: 'menu' });
    heard.say({ at: '2026-11-22T00:00:01Z', kind: 'said', text: 'Santral’a hoş geldiniz.', options: [{ key: '1', text: 'Teknik sorun' }] });
  });
  expect(screen.getByText('Teknik sorun')).toBeVisible();
  expect(screen.getByText('Menü')).toHaveAttribute('aria-current', 'step');

  await user.keyboard('1');
  await user.click(screen.getByRole('button', { name: 'Kare' }));
  expect(heard.pressed).toEqual(['1', '#']);

  await user.click(screen.getByRole('button', { name: 'Kapat' }));
  expect(await screen.findByText('Telefonu kapattınız')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Ara' })).toBeEnabled();
});

test('secret keys are dots and stand together', async () => {
  const heard = fake(() => Promise.resolve({ sdpAnswer: 'v=0' }));
  const user = await open(heard);
  await user.click(screen.getByRole('button', { name: 'Ara' }));
  act(() => {
    heard.tell({ state: 'connected' });
    ['•', '•', '•', '•'].forEach((text, index) => heard.say({ at: `2026-11-22T00:00:0${index}Z`, kind: 'key', text }));
  });
  expect(screen.getByText('••••')).toBeVisible();
});

test('a refusal is said in words and one can dial again', async () => {
  const heard = fake(() => Promise.reject(new Error("An unexpected error occurred invoking 'Dial' on the server. HubException: calls.overloaded")));
  const user = await open(heard);
  await user.click(screen.getByRole('button', { name: 'Ara' }));
  expect(await screen.findByText('Şu anda tüm hatlar dolu. Birazdan yeniden deneyin.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Ara' })).toBeEnabled();
});
