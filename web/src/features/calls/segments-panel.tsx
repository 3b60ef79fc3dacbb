import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/layout/panel';
import { useFormat } from '../../ui/text/use-format';
import type { CallDetails } from './call-types';

type Segment = CallDetails['segments'][number];

/** What the caller was in, from arrival to end: a bar to scale, and each stretch with its length and with whom. */
export function SegmentsPanel({ segments }: { segments: readonly Segment[] }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const start = segments[0] === undefined ? 0 : Date.parse(segments[0].from);
  const lengthOf = (segment: Segment): number | null => (segment.to == null ? null : (Date.parse(segment.to) - Date.parse(segment.from)) / 1000);
  return (
    <Panel title={t('calls.segments')} flush className="ledger">
      <div className="segment-bar" aria-hidden="true">
        {segments.map((segment, index) => {
          const length = lengthOf(segment);
          return length === null ? null : <span key={index} className={`segment ${segment.kind}`} style={{ flexGrow: Math.max(length, 1) }} title={`${t(`calls.segment.${segment.kind}`)} ${format.clock(length)}`} />;
        })}
      </div>
      <div className="ledger-scroll" tabIndex={0} role="group" aria-label={t('calls.segments')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('calls.segment_from')}</th>
              <th scope="col">{t('calls.segment_kind')}</th>
              <th scope="col">{t('calls.segment_with')}</th>
              <th scope="col" className="segment-length">
                {t('calls.segment_length')}
              </th>
            </tr>
          </thead>
          <tbody>
            {segments.map((segment, index) => {
              const length = lengthOf(segment);
              return (
                <tr key={index}>
                  <td className="num t2">{format.clock((Date.parse(segment.from) - start) / 1000)}</td>
                  <td>
                    <span className={`segment-mark segment ${segment.kind}`} aria-hidden="true" /> {t(`calls.segment.${segment.kind}`)}
                  </td>
                  <td>{segment.agent?.name ?? '–'}</td>
                  <td className="num segment-length">{length === null ? t('calls.live') : format.clock(length)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
