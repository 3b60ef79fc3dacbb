import { Pause, Play } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../actions/icon-button';
import { Segmented } from '../actions/segmented';
import { useFormat } from '../text/use-format';
import { Sides, type Side } from './sides';
import './sound-player.css';

export type SoundPlayerProps = {
  src: string;
  /** What is played, read aloud. */
  label: string;
  seconds: number;
  /** Two people, one on each side; either can be heard alone. */
  hasSides?: boolean;
};

/** Plays a recording from the server, from any place in it. Nothing is fetched before the first press. */
export function SoundPlayer({ src, label, seconds, hasSides = false }: SoundPlayerProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const audio = useRef<HTMLAudioElement>(null);
  const sides = useRef<Sides>(null);
  const [side, setSide] = useState<Side>('both');
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => () => sides.current?.close(), []);

  const toggle = useCallback((): void => {
    const player = audio.current;
    if (player === null) {
      return;
    }
    setFailed(false);
    if (player.paused) {
      sides.current?.resume();
      player.play().catch(() => setFailed(true));
    } else {
      player.pause();
    }
  }, []);
  const seek = (to: number): void => {
    setAt(to);
    if (audio.current !== null) {
      audio.current.currentTime = to;
    }
  };
  const choose = (next: Side): void => {
    setSide(next);
    if (audio.current !== null) {
      sides.current ??= next === 'both' ? null : new Sides(audio.current);
      sides.current?.hear(next);
    }
  };

  return (
    <span className="sound" role="group" aria-label={label}>
      <audio
        ref={audio}
        src={src}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onError={() => setFailed(true)}
      />
      <IconButton icon={isPlaying ? Pause : Play} label={t(isPlaying ? 'ui.pause' : 'ui.play')} onClick={toggle} />
      <input type="range" min={0} max={Math.max(1, seconds)} step={1} value={Math.min(Math.round(at), Math.max(1, seconds))} aria-label={t('ui.position')} aria-valuetext={format.clock(at)} onChange={(event) => seek(Number(event.target.value))} />
      <span className="num t2 sound-time">
        {format.clock(at)} / {format.clock(seconds)}
      </span>
      {hasSides && (
        <Segmented<Side>
          label={t('ui.sides')}
          value={side}
          options={[
            { value: 'both', label: t('ui.side_both') },
            { value: 'left', label: t('ui.side_left') },
            { value: 'right', label: t('ui.side_right') },
          ]}
          onChange={choose}
        />
      )}
      {hasFailed && (
        <span className="danger s" role="alert">
          {t('ui.sound_failed')}
        </span>
      )}
    </span>
  );
}
