import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../../../ui/text/device';
import { useFormat } from '../../../ui/text/use-format';
import type { AuditLine } from './use-audit';

/** The kind of record and what it is called: "Başvuru: ÇB-26-0001". */
export function subjectOf(line: AuditLine): string {
  return line.subject === null ? line.entityName : `${line.entityName}: ${line.subject}`;
}

/** A value as the reader writes such values: the server has put everything into words but instants, dates and browsers. */
export function useAuditValue(): (field: string, value: string | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (field, value) => {
      if (value === null || value === '') {
        return t('identity.audit_nothing');
      }
      if (field === 'device') {
        return deviceName(value);
      }
      if (/^\d{4}-\d\d-\d\dT\d\d:/.test(value)) {
        return format.dateTime(value);
      }
      return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(`${value}T12:00:00`) : value;
    },
    [t, format],
  );
}
