import { AudioLines, Voicemail } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../marks/tag';
import { SoundPlayer } from './sound-player';

export type RecordingLineProps = {
  kind: string;
  state: string;
  gone: string | null;
  seconds: number;
  /** Where the sound is; undefined when this person may not hear it, or there is nothing to hear. */
  src?: string | undefined;
};

/** One recording: its player, or why there is none. */
export function RecordingLine({ kind, state, gone, seconds, src }: RecordingLineProps): ReactElement {
  const { t } = useTranslation();
  const Icon = kind === 'voicemail' ? Voicemail : AudioLines;
  const label = t(`calls.recording.kind.${kind}`);
  return (
    <span className="row wrap g8 recording-line">
      <Icon className="i s t2" role="img" aria-label={label} />
      {src !== undefined && <SoundPlayer src={src} label={label} seconds={seconds} hasSides={kind === 'conversation'} />}
      {src === undefined && <span className="t2">{label}</span>}
      {state === 'deleted' && <Tag>{t(`calls.recording.gone.${gone ?? 'retention'}`)}</Tag>}
      {state === 'running' && <Tag tone="accent">{t('calls.recording.state.running')}</Tag>}
      {state === 'cutShort' && <Tag tone="warn">{t('calls.recording.state.cutShort')}</Tag>}
      {state === 'failed' && <Tag tone="danger">{t('calls.recording.state.failed')}</Tag>}
      {state === 'kept' && src === undefined && <span className="t3 s">{t('calls.recording.not_yours')}</span>}
    </span>
  );
}
