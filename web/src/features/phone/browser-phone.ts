import { audioPeer, describeLocally, microphoneTrouble, startSound } from '../../api/audio/audio-offer';
import { LevelMeter } from '../../api/audio/level-meter';

/** What the phone of this tab is doing. `moved`: another tab of the same person took it. */
export type BrowserPhoneState = 'off' | 'opening' | 'ready' | 'reconnecting' | 'refused' | 'noMicrophone' | 'moved' | 'failed';

/** The live connection, as far as the phone needs it. */
export type PhoneLine = { openPhone: (sdpOffer: string) => Promise<string>; closePhone: () => Promise<void> };

export type BrowserPhoneStatus = { state: BrowserPhoneState; /** The browser wants a click or a key before it plays sound. */ needsGesture: boolean };

const firstRetry = 1000;
const longestRetry = 15_000;
/** A short radio gap heals by itself; longer than this the connection is made anew. */
const patience = 4000;
/** A connection that has not come about after this long never will: the browser itself gives up much later, or not at all. */
const longestOpening = 10_000;

/**
 * The agent's telephone in this tab: one audio connection, opened when he becomes available and kept between calls,
 * so that answering takes no time. It lives and dies with the live connection; the server allows one per person.
 */
export class BrowserPhone {
  readonly meter = new LevelMeter();
  private status: BrowserPhoneStatus = { state: 'off', needsGesture: false };
  private readonly listeners = new Set<() => void>();
  private readonly speaker = new Audio();
  private peer: RTCPeerConnection | null = null;
  private microphone: MediaStream | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private wait = firstRetry;
  private attempt = 0;
  private isMuted = false;

  constructor(private readonly line: PhoneLine) {
    this.speaker.autoplay = true;
  }

  readonly current = (): BrowserPhoneStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens the phone here, or opens it again after the connection was lost. */
  async open(): Promise<void> {
    const attempt = this.begin(this.status.state === 'ready' ? 'reconnecting' : 'opening');
    const microphone = await this.listen();
    if (attempt !== this.attempt || microphone === null) {
      return;
    }
    this.later(longestOpening, () => {
      if (attempt === this.attempt && this.status.state !== 'ready') {
        this.tryAgain();
      }
    });
    try {
      const peer = this.connect(microphone);
      const offer = await describeLocally(peer);
      const answer = await this.line.openPhone(offer);
      if (attempt !== this.attempt) {
        return;
      }
      await peer.setRemoteDescription({ type: 'answer', sdp: answer });
    } catch {
      if (attempt === this.attempt) {
        this.tryAgain();
      }
    }
  }

  /** The agent went offline, or left. */
  async close(): Promise<void> {
    const wasOpen = this.status.state !== 'off' && this.status.state !== 'moved';
    this.begin('off');
    this.releaseMicrophone();
    if (wasOpen) {
      await this.line.closePhone().catch(() => undefined);
    }
  }

  /** The server says another tab has the phone now. */
  moved(): void {
    this.begin('moved');
    this.releaseMicrophone();
  }

  /** The live connection came back: the server forgot the phone of the old one. */
  reconnected(): void {
    if (this.status.state === 'ready' || this.status.state === 'reconnecting' || this.status.state === 'failed') {
      void this.open();
    }
  }

  /** Silences the microphone itself: what is not sent cannot be heard, whatever happens further on. */
  mute(muted: boolean): void {
    this.isMuted = muted;
    this.microphone?.getAudioTracks().forEach((track) => {
      track.enabled = !muted;
    });
  }

  /** Starts the sound after the browser held it back; call it from a press of a key or the pointer. */
  async unlock(): Promise<void> {
    await this.meter.resume();
    await this.play();
  }

  private begin(state: BrowserPhoneState): number {
    this.attempt += 1;
    if (this.retry !== null) {
      clearTimeout(this.retry);
      this.retry = null;
    }
    this.disconnect();
    this.set({ state, needsGesture: false });
    return this.attempt;
  }

  private async listen(): Promise<MediaStream | null> {
    if (this.microphone?.getAudioTracks().some((track) => track.readyState === 'live') === true) {
      return this.microphone;
    }
    try {
      this.microphone = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
      this.microphone.getAudioTracks().forEach((track) => {
        track.enabled = !this.isMuted;
        // The headset was unplugged: the next one is asked for.
        track.onended = () => this.reconnected();
      });
      this.meter.attach(this.microphone);
      return this.microphone;
    } catch (error) {
      this.set({ state: microphoneTrouble(error), needsGesture: false });
      return null;
    }
  }

  private connect(microphone: MediaStream): RTCPeerConnection {
    const peer = audioPeer(microphone);
    this.peer = peer;
    peer.ontrack = (event) => {
      this.speaker.srcObject = event.streams[0] ?? new MediaStream([event.track]);
      void this.play();
    };
    peer.onconnectionstatechange = () => {
      if (peer === this.peer) {
        this.follow(peer.connectionState);
      }
    };
    return peer;
  }

  private follow(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      this.wait = firstRetry;
      this.set({ ...this.status, state: 'ready' });
    } else if (state === 'failed') {
      this.tryAgain();
    } else if (state === 'disconnected') {
      const peer = this.peer;
      this.later(patience, () => {
        if (peer === this.peer && peer?.connectionState === 'disconnected') {
          this.tryAgain();
        }
      });
    }
  }

  private tryAgain(): void {
    this.disconnect();
    this.set({ state: this.wait >= longestRetry ? 'failed' : 'reconnecting', needsGesture: false });
    this.later(this.wait, () => void this.open());
    this.wait = Math.min(longestRetry, this.wait * 2);
  }

  private later(after: number, act: () => void): void {
    if (this.retry !== null) {
      clearTimeout(this.retry);
    }
    this.retry = setTimeout(act, after);
  }

  private async play(): Promise<void> {
    this.set({ ...this.status, needsGesture: !(await startSound(this.speaker)) });
  }

  private disconnect(): void {
    const peer = this.peer;
    this.peer = null;
    peer?.close();
    this.speaker.srcObject = null;
  }

  private releaseMicrophone(): void {
    this.meter.detach();
    this.microphone?.getTracks().forEach((track) => track.stop());
    this.microphone = null;
  }

  private set(next: BrowserPhoneStatus): void {
    if (next.state !== this.status.state || next.needsGesture !== this.status.needsGesture) {
      this.status = next;
      this.listeners.forEach((listener) => listener());
    }
  }
}
