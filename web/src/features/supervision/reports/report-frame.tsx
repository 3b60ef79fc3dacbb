import { Download } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { buttonClass } from '../../../ui/actions/button';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { Tabs } from '../../../ui/layout/tabs';
import { PageHead } from '../../../ui/shell/app-frame';
import { useNames } from '../../../ui/text/names';
import type { Setter } from './period';
import { useReportTeams } from './use-reports';
import './reports.css';

export type ReportPage = 'queues' | 'agents' | 'staffing';

/** Head, tabs and filters of the reports. */
export function ReportFrame({ page, error, filters, exportTo, children }: { page: ReportPage; error: Error | null; filters: ReactNode; /** Address of the file. */ exportTo?: string; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="reports">
      <div className="reports-head">
        <PageHead title={t('supervision.reports')}>
          {exportTo !== undefined && (
            <a className={buttonClass()} href={exportTo} download>
              <Download className="i s" aria-hidden="true" />
              {t('supervision.export')}
            </a>
          )}
        </PageHead>
        <Tabs<ReportPage>
          label={t('supervision.reports')}
          value={page}
          tabs={(['queues', 'agents', 'staffing'] as const).map((key) => ({ key, label: t(`supervision.tab.${key}`) }))}
          onChange={(to) => void navigate(`/reports/${to}`)}
        />
      </div>
      <div className="reports-filters">{filters}</div>
      <RefusalNotice error={error} />
      {children}
    </div>
  );
}

export function PeriodFields({ get, set }: { get: (name: string) => string; set: Setter }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('supervision.from')}>
        <DateField value={get('from')} onChange={(from) => set({ from })} />
      </Field>
      <Field label={t('supervision.until')}>
        <DateField value={get('until')} onChange={(until) => set({ until })} />
      </Field>
    </>
  );
}

export function TeamField({ value, onChange, all }: { value: string; onChange: (team: string | null) => void; /** The words for no team chosen; left out: one has to be. */ all?: string }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const teams = useReportTeams();
  return (
    <Field label={t('supervision.team')}>
      <Select
        value={value === '' ? null : value}
        options={(teams.data ?? []).map((team) => ({ value: team.id, label: names(team.names) }))}
        onChange={onChange}
        loading={teams.isPending}
        clearable={all !== undefined}
        {...(all === undefined ? {} : { placeholder: all })}
      />
    </Field>
  );
}

/** A heading that says what its numbers mean. */
export function Defined({ name }: { name: string }): ReactElement {
  const { t } = useTranslation();
  return <abbr title={t(`supervision.formula.${name}`, { seconds: 'T', short: 'S', warning: '', alarm: '' })}>{t(`supervision.short.${name}`)}</abbr>;
}
