/** Whose voice is heard: both, or one side in both ears. */
export type Side = 'both' | 'left' | 'right';

/** Splits the two channels of a player, so that one person can be heard alone. Made once for a player: it cannot be taken off again. */
export class Sides {
  private readonly context = new AudioContext();
  private readonly left = this.context.createGain();
  private readonly right = this.context.createGain();

  constructor(player: HTMLMediaElement) {
    const source = this.context.createMediaElementSource(player);
    const split = this.context.createChannelSplitter(2);
    const merged = this.context.createGain();
    source.connect(split);
    split.connect(this.left, 0);
    split.connect(this.right, 1);
    this.left.connect(merged);
    this.right.connect(merged);
    merged.connect(this.context.destination);
  }

  hear(side: Side): void {
    this.left.gain.value = side === 'right' ? 0 : 1;
    this.right.gain.value = side === 'left' ? 0 : 1;
    this.resume();
  }

  resume(): void {
    void this.context.resume();
  }

  close(): void {
    void this.context.close();
  }
}
