/** A soft double tone while a call is offered: two sines a fifth apart, faded so that nothing clicks. */
export class RingSound {
  private context: AudioContext | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  start(): void {
    if (this.timer !== null) {
      return;
    }
    this.context ??= new AudioContext();
    void this.context.resume();
    this.ring();
    this.timer = setInterval(() => this.ring(), 3000);
  }

  stop(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  private ring(): void {
    const context = this.context;
    if (context === null || context.state !== 'running') {
      return;
    }
    this.tone(context, 587.33, 0);
    this.tone(context, 880, 0.22);
  }

  private tone(context: AudioContext, frequency: number, after: number): void {
    const start = context.currentTime + after;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.06, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + 0.7);
    const voice = context.createOscillator();
    voice.frequency.value = frequency;
    voice.connect(volume).connect(context.destination);
    voice.start(start);
    voice.stop(start + 0.75);
  }
}
