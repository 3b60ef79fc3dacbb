import { ListFilter, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../marks/kbd';
import './filter-chip.css';

/** One condition of a list. Pressing it edits, the cross removes. */
export function FilterChip({ name, value, onEdit, onRemove }: { name: string; value: string; onEdit?: () => void; onRemove: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="chip">
      <button type="button" className="chip-value" onClick={onEdit} disabled={onEdit === undefined}>
        <span className="k">{name}</span> {value}
      </button>
      <button type="button" className="chip-x" aria-label={t('ui.filter_remove', { name })} title={t('ui.filter_remove', { name })} onClick={onRemove}>
        <X className="i s" aria-hidden="true" />
      </button>
    </span>
  );
}

export function AddFilterChip({ label, keys, onPress }: { label: string; keys?: string; onPress: () => void }): ReactElement {
  return (
    <button type="button" className="chip add" onClick={onPress}>
      <ListFilter className="i s" aria-hidden="true" />
      {label}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}
