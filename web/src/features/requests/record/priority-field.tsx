import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffer } from '../../../api/offer';
import type { Priority } from '../../../api/request-types';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Kbd } from '../../../ui/marks/kbd';
import { Menu } from '../../../ui/overlays/menu';
import { useNames } from '../../../ui/text/names';
import { PrioritySign } from '../priority-mark';
import { withKept } from './kept-option';

export type PriorityFieldProps = { priority: Priority | null; value: string | null; unit: string; readOnly: boolean; error?: string | undefined; onChange: (id: string) => void };

/** How much it hurries; `P` offers the priorities. */
export function PriorityField({ priority, value, unit, readOnly, error, onChange }: PriorityFieldProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer(unit);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const rows = withKept(
    offer.rows('priorities').map((row) => ({ value: row.id, label: names(row.names), icon: <PrioritySign code={row.code} /> })),
    priority === null ? undefined : { value: priority.id, label: names(priority.names), icon: <PrioritySign code={priority.code} /> },
  );

  useShortcuts([{ key: 'p', label: t('requests.priority'), group: t('requests.keys_record'), run: () => setIsOpen(true) }], !readOnly);

  return (
    <div className="span3" ref={box}>
      <Field label={t('requests.priority')} error={error} aside={readOnly ? undefined : <Kbd keys="p" />}>
        <Select value={value} disabled={readOnly} options={rows} onChange={(next) => next !== null && onChange(next)} />
      </Field>
      {isOpen && <Menu anchor={box} label={t('requests.priority')} onClose={() => setIsOpen(false)} entries={rows.map((row) => ({ label: row.label, checked: row.value === value, run: () => onChange(row.value) }))} />}
    </div>
  );
}
