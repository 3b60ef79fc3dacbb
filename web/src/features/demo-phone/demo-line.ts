import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { audioPeer, describeLocally, microphoneTrouble, startSound } from '../../api/audio/audio-offer';
import { serverNow } from '../../ui/text/now';
import { idle, type DemoCaller, type DemoHeard, type DemoNews, type DemoNumber, type DemoPhoneState } from './demo-types';

/** What the telephone needs of the server; a test gives its own. */
export type DemoServer = {
  start: (onPhone: (news: DemoNews) => void, onHeard: (heard: DemoHeard) => void, onClosed: () => void) => Promise<void>;
  callers: () => Promise<DemoCaller[]>;
  numbers: () => Promise<DemoNumber[]>;
  dial: (from: string | null, to: string, sdpOffer: string) => Promise<{ sdpAnswer: string }>;
  press: (key: string) => Promise<void>;
  hangUp: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The hub of the demo; it speaks only while the demo's data is loaded. */
export function demoServer(language: string): DemoServer {
  const hub: HubConnection = new HubConnectionBuilder().withUrl(`/hubs/demo-phone?language=${language}`).withAutomaticReconnect().configureLogging(LogLevel.None).build();
  return {
    start: async (onPhone, onHeard, onClosed) => {
      hub.on('phone', onPhone);
      hub.on('heard', onHeard);
      hub.onreconnecting(onClosed);
      hub.onclose(onClosed);
      await hub.start();
    },
    callers: () => hub.invoke('Callers'),
    numbers: () => hub.invoke('Numbers'),
    dial: (from, to, sdpOffer) => hub.invoke('Dial', { from, to, sdpOffer }),
    press: (key) => hub.invoke('Press', key),
    hangUp: () => hub.invoke('HangUp'),
    stop: () => hub.stop(),
  };
}

const keyLength = 120;
const keyGap = 70;

/** A caller's telephone in the page: dials, hears, presses keys, hangs up. */
export class DemoLine {
  private phone: DemoPhoneState = idle;
  private readonly listeners = new Set<() => void>();
  private readonly speaker = new Audio();
  private peer: RTCPeerConnection | null = null;
  private microphone: MediaStream | null = null;
  private context: AudioContext | null = null;
  private analyser: AnalyserNode | null = null;
  private levels = new Float32Array(0);

  constructor(readonly server: DemoServer) {
    this.speaker.autoplay = true;
  }

  readonly current = (): DemoPhoneState => this.phone;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async connect(): Promise<void> {
    await this.server.start(
      (news) => this.onPhone(news),
      (heard) => this.onHeard(heard),
      () => this.onPhone({ state: 'ended', reason: 'mediaLost' }),
    );
  }

  async dial(from: string | null, to: string): Promise<void> {
    this.release();
    this.set({ ...idle, loud: this.phone.loud, state: 'dialling' });
    try {
      const microphone = await this.listen();
      const peer = audioPeer(microphone);
      this.peer = peer;
      peer.ontrack = (event) => this.hear(event.streams[0] ?? new MediaStream([event.track]));
      const { sdpAnswer } = await this.server.dial(from, to, await describeLocally(peer));
      await peer.setRemoteDescription({ type: 'answer', sdp: sdpAnswer });
    } catch (error) {
      this.release();
      this.set({ ...this.phone, state: 'idle', trouble: refusalCode(error) });
    }
  }

  /** As tones on the line, the way telephones do it; by message where the browser cannot. */
  press(key: string): void {
    const sender = this.peer?.getSenders().find((candidate) => candidate.dtmf?.canInsertDTMF === true)?.dtmf;
    if (sender != null) {
      sender.insertDTMF(`${sender.toneBuffer}${key}`, keyLength, keyGap);
    } else {
      void this.server.press(key).catch(() => undefined);
    }
  }

  async hangUp(): Promise<void> {
    await this.server.hangUp().catch(() => undefined);
    this.onPhone({ state: 'ended', reason: 'callerHungUp' });
  }

  mute(muted: boolean): void {
    this.microphone?.getAudioTracks().forEach((track) => {
      track.enabled = !muted;
    });
    this.set({ ...this.phone, muted });
  }

  loud(loud: boolean): void {
    this.speaker.muted = !loud;
    this.set({ ...this.phone, loud });
  }

  /** How loud the line is now, between 0 and 1. */
  level(): number {
    if (this.analyser === null) {
      return 0;
    }
    this.analyser.getFloatTimeDomainData(this.levels);
    return Math.min(1, Math.sqrt(this.levels.reduce((sum, sample) => sum + sample * sample, 0) / this.levels.length) * 4);
  }

  async stop(): Promise<void> {
    this.release();
    await this.server.stop().catch(() => undefined);
    await this.context?.close().catch(() => undefined);
  }

  private onPhone(news: DemoNews): void {
    switch (news.state) {
      case 'ringing':
        this.set({ ...this.phone, state: 'ringing' });
        break;
      case 'connected':
        this.set({ ...this.phone, state: 'connected', connectedAt: serverNow() });
        break;
      case 'ended':
        if (this.phone.state !== 'idle' && this.phone.state !== 'ended') {
          this.release();
          this.set({ ...this.phone, state: 'ended', reason: news.reason ?? null });
        }
        break;
    }
  }

  private onHeard(heard: DemoHeard): void {
    if (heard.kind !== 'stage') {
      this.set({ ...this.phone, heard: [...this.phone.heard, heard] });
    } else if (heard.stage != null) {
      this.set({ ...this.phone, stage: heard.stage, reached: [...this.phone.reached, heard.stage] });
    }
  }

  private async listen(): Promise<MediaStream> {
    this.context ??= new AudioContext();
    void this.context.resume();
    try {
      this.microphone = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    } catch (error) {
      // Without a microphone the call is still worth making: one hears, sees and presses.
      this.microphone = this.context.createMediaStreamDestination().stream;
      this.set({ ...this.phone, silent: true, trouble: microphoneTrouble(error) });
    }
    return this.microphone;
  }

  private hear(stream: MediaStream): void {
    this.speaker.srcObject = stream;
    void startSound(this.speaker);
    if (this.context !== null) {
      this.analyser = this.context.createAnalyser();
      this.analyser.fftSize = 1024;
      this.levels = new Float32Array(this.analyser.fftSize);
      this.context.createMediaStreamSource(stream).connect(this.analyser);
    }
  }

  private release(): void {
    this.peer?.close();
    this.peer = null;
    this.analyser = null;
    this.speaker.srcObject = null;
    this.microphone?.getTracks().forEach((track) => track.stop());
    this.microphone = null;
  }

  private set(next: DemoPhoneState): void {
    this.phone = next;
    this.listeners.forEach((listener) => listener());
  }
}

/** The hub sends a refusal's code inside SignalR's own sentence. */
function refusalCode(error: unknown): string {
  return (error instanceof Error ? /\b([a-z]+\.[a-z_]+)\s*$/.exec(error.message)?.[1] : undefined) ?? 'network.unreachable';
}
