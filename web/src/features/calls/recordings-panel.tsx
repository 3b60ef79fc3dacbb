import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { soundAddress, type Recording } from '../../api/recordings';
import { Panel } from '../../ui/layout/panel';
import { RecordingLine } from '../../ui/sound/recording-line';
import { useFormat } from '../../ui/text/use-format';

/** What was recorded of a call, with the hash by which a file is known to be untouched. */
export function RecordingsPanel({ recordings }: { recordings: readonly Recording[] }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('calls.recordings')} className="ledger">
      {recordings.length === 0 ? (
        <p className="t2">{t('calls.recordings_none')}</p>
      ) : (
        <ul className="recordings">
          {recordings.map((one) => (
            <li key={one.id}>
              <span className="num t2">{format.time(one.startedAt)}</span>
              <RecordingLine kind={one.kind} state={one.state} gone={one.gone ?? null} seconds={one.seconds} src={one.mayHear ? soundAddress(one.id) : undefined} />
              {one.sha256 != null && (
                <code className="t3 s cut" title={`${t('calls.recording.hash')}: ${one.sha256}`} aria-label={`${t('calls.recording.hash')}: ${one.sha256}`}>
                  {one.sha256.slice(0, 16)}…
                </code>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
