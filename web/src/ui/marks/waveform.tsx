import type { ReactElement } from 'react';
import './waveform.css';

export type WaveformProps = {
  /** Loudness of equal slices, 0 to 1. */
  levels: readonly number[];
  /** Share already heard, 0 to 1. */
  played?: number;
  onSeek?: (share: number) => void;
  label: string;
};

const pitch = 4;

/** The loudness of a call. Pressing it jumps there. */
export function Waveform({ levels, played = 0, onSeek, label }: WaveformProps): ReactElement {
  const bars = (
    <svg className="wave" viewBox={`0 0 ${levels.length * pitch} 24`} preserveAspectRatio="none" aria-hidden="true">
      {levels.map((level, index) => {
        const height = Math.max(2, Math.min(1, level) * 22);
        return <rect key={index} className={(index + 1) / levels.length <= played ? 'on' : 'off'} x={index * pitch} y={12 - height / 2} width="2" height={height} rx="1" />;
      })}
    </svg>
  );
  if (onSeek === undefined) {
    return (
      <span className="wave-box" role="img" aria-label={label}>
        {bars}
      </span>
    );
  }
  return (
    <span className="wave-box">
      {bars}
      <input type="range" min={0} max={100} value={Math.round(played * 100)} aria-label={label} onChange={(event) => onSeek(Number(event.target.value) / 100)} />
    </span>
  );
}
