import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/actions/segmented';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { useVolumes, type VolumeGrouping } from './use-interactions';

const groupings: readonly VolumeGrouping[] = ['contactChannel', 'contactCategory', 'contactMethod', 'requestKind'];

/** How many contacts there were, by what (M-01, M-03, W-D02). */
export function VolumeBars(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const [by, setBy] = useState<VolumeGrouping>('contactCategory');
  const { data } = useVolumes(by);
  const wordOf = (code: string | null | undefined): string => (code == null ? t('interactions.category_missing') : t(by === 'requestKind' ? `requests.kind.${code}` : `requests.channel.${code}`, { defaultValue: code }));
  return (
    <section className="volumes" aria-label={t('requests.volumes')}>
      <div className="row wrap g8">
        <Segmented label={t('interactions.volume_by')} value={by} options={groupings.map((value) => ({ value, label: t(`interactions.volume.${value}`) }))} onChange={setBy} />
        {data !== undefined && <span className="t2 num">{t('interactions.total', { count: data.total, value: format.number(data.total) })}</span>}
      </div>
      <dl className="volume-list">
        {(data?.groups ?? []).map((group) => (
          <div key={group.code ?? 'none'}>
            <dt className="t2 cut">{group.names == null ? wordOf(group.code) : names(group.names)}</dt>
            <dd className="md">{format.number(group.count)}</dd>
            <progress max={Math.max(1, data?.total ?? 1)} value={group.count} aria-hidden="true" />
          </div>
        ))}
      </dl>
    </section>
  );
}
