import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../../../ui/text/device';
import { languageNames, type Language } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import { useRoleName } from '../role-name';
import { usePeople } from './use-people';
import type { AuditChange, AuditRow } from './use-audit';

export type SetWords = { added: string[]; removed: string[] };

export type AuditWords = {
  personOf: (row: AuditRow) => string;
  actOf: (row: AuditRow) => string;
  subjectOf: (row: AuditRow) => string;
  fieldOf: (field: string) => string;
  valueOf: (change: AuditChange, side: 'from' | 'to') => string;
  /** What came to a set of roles or permissions and what went; null for a plain value. */
  setOf: (change: AuditChange) => SetWords | null;
};

/** The audit trail in the reader's words: people and roles by their names, secrets not at all. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation();
  const format = useFormat();
  const roleName = useRoleName();
  const people = usePeople();
  return useMemo<AuditWords>(() => {
    const sets: Record<string, (code: string) => string> = {
      roles: roleName,
      permissions: (code) => t(`identity.permission.${code}`, { defaultValue: code }),
      scopes: (code) => t(`identity.permission.${code}`, { defaultValue: code }),
    };
    const flags: Record<string, string> = { true: t('identity.yes'), false: t('identity.no') };
    return {
      personOf: (row) => (row.userId === null ? t('identity.audit_system') : (people.get(row.userId) ?? row.userName)),
      actOf: (row) => t(`identity.act.${row.act}`, { defaultValue: row.act }),
      subjectOf: (row) => {
        const name = row.entity === 'User' ? people.get(row.entityId) : (row.subject ?? written(row, 'name'));
        const kind = t(`identity.audit_one.${row.entity}`, { defaultValue: row.entity });
        return name === undefined ? kind : `${kind}: ${name}`;
      },
      fieldOf: (field) => t(`identity.field.${field}`, { defaultValue: field }),
      valueOf: (change, side) => {
        const value = change[side];
        if (value === null || value === '') {
          return t('identity.audit_nothing');
        }
        if (change.field === 'device') {
          return deviceName(value);
        }
        if (change.field === 'language') {
          return languageNames[value as Language] ?? value;
        }
        if (change.field === 'userId') {
          return people.get(value) ?? value;
        }
        return /^\d{4}-\d\d-\d\dT/.test(value) ? format.dateTime(value) : (flags[value.toLowerCase()] ?? value);
      },
      setOf: (change) => {
        const wordOf = sets[change.field];
        if (wordOf === undefined) {
          return null;
        }
        const [before, after] = [codes(change.from), codes(change.to)];
        return { added: after.filter((one) => !before.includes(one)).map(wordOf), removed: before.filter((one) => !after.includes(one)).map(wordOf) };
      },
    };
  }, [t, format, roleName, people]);
}

function codes(value: string | null): string[] {
  return (value ?? '').split(' ').filter((code) => code !== '');
}

function written(row: AuditRow, field: string): string | undefined {
  const change = row.changes.find((one) => one.field === field || (field === 'name' && one.field === 'nameTr'));
  return change?.to ?? change?.from ?? undefined;
}
