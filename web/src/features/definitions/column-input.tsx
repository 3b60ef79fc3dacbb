import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/fields/checkbox';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import type { Column } from './types';

/** A grey to begin with. */
export const firstColour = '#6b7280';

/** Writing one of a table's own columns. */
export function ColumnInput({ table, column, value, onChange }: { table: string; column: Column; value: string; onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation();
  const label = t(`definitions.column.${table}.${column.name}`, { defaultValue: column.name });
  switch (column.kind) {
    case 'colour':
      return <input type="color" className="def-colour" aria-label={label} value={value === '' ? firstColour : value} onChange={(event) => onChange(event.target.value)} />;
    case 'yesNo':
      return <Checkbox boxOnly label={label} checked={value === 'true'} onChange={(isChosen) => onChange(isChosen ? 'true' : '')} />;
    case 'choice':
      return (
        <Select
          label={label}
          clearable={!column.isRequired}
          value={value === '' ? null : value}
          options={(column.choices ?? []).map((choice) => ({ value: choice, label: t(`definitions.choice.${table}.${column.name}.${choice}`, { defaultValue: choice }) }))}
          onChange={(choice) => onChange(choice ?? '')}
        />
      );
    case 'number':
      return <TextInput inputMode="numeric" aria-label={label} maxLength={10} value={value} onChange={onChange} />;
    case 'text':
      return <TextInput aria-label={label} maxLength={200} value={value} onChange={onChange} />;
  }
}
