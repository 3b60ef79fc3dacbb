import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BrowserPhone } from './browser-phone';

/** A connection that goes where the test sends it; jsdom has none. */
class Peer {
  static readonly made: Peer[] = [];
  connectionState: RTCPeerConnectionState = 'connecting';
  iceGatheringState = 'complete';
  onconnectionstatechange: (() => void) | null = null;

  constructor() {
    Peer.made.push(this);
  }
  createOffer = async () => ({});
  setLocalDescription = async () => undefined;
  setRemoteDescription = async () => undefined;
  close = () => undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
  Peer.made.length = 0;
  const microphone = { getAudioTracks: () => [], getTracks: () => [] };
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => microphone } });
  vi.stubGlobal('RTCPeerConnection', Peer);
  vi.stubGlobal('AudioContext', class { createAnalyser = () => ({ fftSize: 0 }); createMediaStreamSource = () => ({ connect: () => undefined, disconnect: () => undefined }); });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a connection that does not come about is tried again', async () => {
  const phone = new BrowserPhone({ openPhone: async () => 'answer', closePhone: async () => undefined });

  await phone.open();
  await vi.advanceTimersByTimeAsync(9_999);
  expect(phone.current().state).toBe('opening');
  await vi.advanceTimersByTimeAsync(1);
  expect(phone.current().state).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(Peer.made).toHaveLength(2);

  const second = Peer.made[1] ?? new Peer();
  second.connectionState = 'connected';
  second.onconnectionstatechange?.();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(phone.current().state).toBe('ready');
  expect(Peer.made).toHaveLength(2);
});

test('a phone whose other end was lost is opened again at once', async () => {
  const phone = new BrowserPhone({ openPhone: async () => 'answer', closePhone: async () => undefined });
  await phone.open();
  const first = Peer.made[0] ?? new Peer();
  first.connectionState = 'connected';
  first.onconnectionstatechange?.();
  expect(phone.current().state).toBe('ready');

  phone.reconnected();
  await vi.advanceTimersByTimeAsync(0);
  expect(Peer.made).toHaveLength(2);
});
