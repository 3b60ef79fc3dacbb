import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../../ui/actions/button';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { FilterChip } from '../../../ui/layout/filter-chip';
import { auditFilters, useAuditKinds } from './use-audit';
import { usePeople } from './use-people';

/** Module, kind of record, act, who and when; they stand in the address, so that a question can be sent to a colleague. */
export function AuditFilters(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const modules = useAuditKinds();
  const people = usePeople();
  const of = (name: (typeof auditFilters)[number]): string | null => search.get(name);

  const set = (changes: Partial<Record<(typeof auditFilters)[number], string | null>>): void =>
    setSearch(
      (now) => {
        for (const [name, value] of Object.entries(changes)) {
          now.delete(name);
          if (value !== null && value !== '') {
            now.set(name, value);
          }
        }
        return now;
      },
      { replace: true },
    );

  const kinds = useMemo(() => modules.filter((module) => search.get('module') === null || module.code === search.get('module')).flatMap((module) => module.kinds), [modules, search]);
  const acts = useMemo(() => {
    const byCode = new Map(kinds.filter((kind) => search.get('entity') === null || kind.code === search.get('entity')).flatMap((kind) => kind.acts.map((act) => [act.code, act.name])));
    return [...byCode].map(([value, label]) => ({ value: value ?? '', label: label ?? '' }));
  }, [kinds, search]);

  return (
    <div role="search" className="audit-filters" aria-label={t('identity.audit_filter')}>
      <Field label={t('identity.audit_module')}>
        <Select value={of('module')} placeholder={t('identity.audit_module_any')} clearable options={modules.map(({ code, name }) => ({ value: code, label: name }))} onChange={(module) => set({ module, entity: null, act: null })} />
      </Field>
      <Field label={t('identity.audit_kind')}>
        <Select value={of('entity')} placeholder={t('identity.audit_kind_any')} clearable typed options={kinds.map(({ code, name }) => ({ value: code, label: name }))} onChange={(entity) => set({ entity, act: null })} />
      </Field>
      <Field label={t('identity.audit_act')}>
        <Select value={of('act')} placeholder={t('identity.audit_act_any')} clearable typed options={acts} onChange={(act) => set({ act })} />
      </Field>
      <Field label={t('identity.audit_who')}>
        <Select value={of('user')} placeholder={t('identity.audit_who_any')} clearable typed options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))} onChange={(user) => set({ user })} />
      </Field>
      <Field label={t('identity.audit_from')}>
        <DateField value={of('from')} onChange={(from) => set({ from })} />
      </Field>
      <Field label={t('identity.audit_until')}>
        <DateField value={of('until')} onChange={(until) => set({ until })} />
      </Field>
      <span className="audit-asked">
        {of('id') !== null && <FilterChip name={t('identity.audit_what')} value={t('identity.audit_one_record')} onRemove={() => set({ id: null })} />}
        {auditFilters.some((name) => of(name) !== null) && (
          <Button look="quiet" onClick={() => set(Object.fromEntries(auditFilters.map((name) => [name, null])))}>
            {t('identity.audit_clear')}
          </Button>
        )}
      </span>
    </div>
  );
}
