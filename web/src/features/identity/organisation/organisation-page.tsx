import { Building2, Plus } from 'lucide-react';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { languageNames, languages } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import { AdminTabs } from '../admin-tabs';
import { useTimeZones } from '../../../ui/text/time-zones';
import { UnitDialog } from './unit-dialog';
import { useChangeOrganisation, useOrganisation, type Organisation, type Unit } from './use-organisation';
import '../admin.css';
import './organisation.css';

const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));

/** Whose installation it is, and its business units: each with numbers, language and hours of its own. */
export function OrganisationPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const organisation = useOrganisation();
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<Unit | 'new' | null>(null);
  usePageTitle(t('identity.tab.organisation'));
  useShortcuts([{ key: 'n', label: t('identity.unit_add'), group: t('identity.tab.organisation'), run: () => setOpen('new') }]);

  const columns = useMemo<Column<Unit>[]>(
    () => [
      {
        key: 'name',
        title: t('identity.column_name'),
        minWidth: 160,
        cell: (unit) => (
          <button type="button" className="unit-open" tabIndex={-1} onClick={() => setOpen(unit)}>
            <Cut className="md">{names(unit.names)}</Cut>
          </button>
        ),
      },
      { key: 'code', title: t('identity.code_of'), width: 130, rank: 2, cell: (unit) => <Cut className="t2">{unit.code}</Cut> },
      { key: 'series', title: t('identity.unit_series'), width: 130, cell: (unit) => <Tag>{unit.requestSeries}</Tag> },
      { key: 'language', title: t('app.language'), width: 110, rank: 1, cell: (unit) => languageNames[unit.language] },
      { key: 'region', title: t('identity.unit_region'), width: 80, rank: 4, cell: (unit) => unit.region },
      { key: 'zone', title: t('identity.time_zone'), width: 180, rank: 3, cell: (unit) => <Cut className="t2">{unit.timeZone.replaceAll('_', ' ')}</Cut> },
    ],
    [t, names],
  );

  return (
    <div className="organisation">
      <div className="admin-head">
        <PageHead title={t('identity.tab.organisation')} note={organisation.data?.name}>
          <Button look="primary" icon={Plus} keys="n" onClick={() => setOpen('new')}>
            {t('identity.unit_add')}
          </Button>
        </PageHead>
        <AdminTabs value="organisation" />
        <RefusalNotice error={organisation.error} />
      </div>
      <div className="organisation-body">
        {organisation.data === undefined ? organisation.error === null && <Skeleton lines={4} /> : <OrganisationForm key={organisation.data.version} organisation={organisation.data} />}
        <Panel title={t('identity.units')} flush>
          <p className="t2 units-note">{t('identity.units_note')}</p>
          <Table
            label={t('identity.units')}
            columns={columns}
            rows={organisation.data?.units ?? []}
            rowKey={(unit) => unit.code}
            current={current}
            onCurrent={setCurrent}
            onOpen={(unit) => setOpen(unit)}
            isLoading={organisation.isPending}
            keys
            empty={
              organisation.error === null && (
                <EmptyState icon={Building2} title={t('identity.no_units')}>
                  {t('identity.no_units_hint')}
                </EmptyState>
              )
            }
          />
        </Panel>
      </div>
      {open !== null && (
        <UnitDialog
          unit={open === 'new' ? null : open}
          standard={organisation.data}
          onClose={() => setOpen(null)}
          onDone={(unit) => {
            setOpen(null);
            setCurrent(unit.code);
            toast({ title: t('identity.unit_saved', { name: names(unit.names) }) });
          }}
        />
      )}
    </div>
  );
}

function OrganisationForm({ organisation }: { organisation: Organisation }): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState(organisation.name);
  const [language, setLanguage] = useState(organisation.language);
  const [timeZone, setTimeZone] = useState(organisation.timeZone);
  const zones = useTimeZones(timeZone);
  const change = useChangeOrganisation(() => toast({ title: t('identity.organisation_saved') }));
  const isEmpty = name.trim() === '';
  const isChanged = name !== organisation.name || language !== organisation.language || timeZone !== organisation.timeZone;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty && isChanged) {
      change.mutate({ version: organisation.version, name: name.trim(), language, timeZone });
    }
  };
  return (
    <Panel title={t('identity.organisation_facts')}>
      <form className="organisation-form" onSubmit={submit} noValidate>
        <Field label={t('identity.organisation_name')} error={isEmpty ? t('ui.field_empty') : undefined} hint={t('identity.organisation_lead')}>
          <TextInput value={name} maxLength={120} onChange={setName} />
        </Field>
        <Field label={t('identity.organisation_language')}>
          <Select options={languageOptions} value={language} onChange={(next) => setLanguage(next ?? language)} />
        </Field>
        <Field label={t('identity.time_zone')}>
          <Select options={zones} value={timeZone} onChange={(next) => setTimeZone(next ?? timeZone)} />
        </Field>
        <Button type="submit" busy={change.isPending} disabled={!isChanged || isEmpty}>
          {t('ui.save')}
        </Button>
      </form>
      <RefusalNotice error={change.error} />
    </Panel>
  );
}
