import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Panel } from '../../../ui/layout/panel';
import { useNames } from '../../../ui/text/names';
import { useDuties, useSetDuty } from '../use-knowledge';

/** Which business units ask for a search before a request is closed (M-06). */
export function Duties(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const duties = useDuties();
  const set = useSetDuty();
  return (
    <Panel title={t('knowledge.duty')} className="kb-duties">
      <div className="stack g8">
        <p className="t2">{t('knowledge.duty_hint')}</p>
        {duties.data?.map((row) => (
          <Checkbox key={row.unit} label={names(row.names)} checked={row.isRequired} disabled={set.isPending} onChange={(isRequired) => set.mutate({ unit: row.unit, isRequired })} />
        ))}
        <RefusalNotice error={duties.error ?? set.error} />
      </div>
    </Panel>
  );
}
