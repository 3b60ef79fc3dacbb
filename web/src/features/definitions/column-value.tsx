import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/text/use-format';
import type { Column } from './types';

/** What a row says in one of its table's own columns. */
export function ColumnValue({ table, column, value }: { table: string; column: Column; value: string | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === undefined || value === '') {
    return null;
  }
  switch (column.kind) {
    case 'colour':
      return (
        <span className="row g4">
          <svg className="def-swatch" viewBox="0 0 12 12" aria-hidden="true">
            <rect width="12" height="12" rx="3" fill={value} />
          </svg>
          <span className="code t2">{value}</span>
        </span>
      );
    case 'yesNo':
      return value === 'true' ? <Check className="i s acc" role="img" aria-label={t('definitions.yes')} /> : null;
    case 'number':
      return <span className="num">{format.number(Number(value))}</span>;
    case 'choice':
      return <>{t(`definitions.choice.${table}.${column.name}.${value}`, { defaultValue: value })}</>;
    case 'text':
      return (
        <span className="cut def-text" title={value}>
          {value}
        </span>
      );
  }
}
