import { ScrollText } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Segmented } from '../../../ui/actions/segmented';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useFormat } from '../../../ui/text/use-format';
import { AuditDetails } from './audit-details';
import { auditEntities, useAudit, type AuditEntity, type AuditRow } from './use-audit';
import { useAuditWords } from './use-audit-words';
import '../admin.css';
import './audit.css';

const everything = 'all';

/** Who signed in and who changed accounts, roles and the organisation: what an auditor asks for first. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const [search, setSearch] = useSearchParams();
  const entity = auditEntities.find((one) => one === search.get('of')) ?? null;
  const audit = useAudit(entity);
  const [current, setCurrent] = useState<string>();
  const rows = useMemo(() => audit.data?.pages.flatMap((page) => page.items) ?? [], [audit.data]);
  const shown = rows.find((row) => row.id === current);
  usePageTitle(t('identity.audit'));

  const columns = useMemo<Column<AuditRow>[]>(
    () => [
      { key: 'at', title: t('identity.audit_at'), width: 150, cell: (row) => <span className="num">{format.dateTime(row.at)}</span> },
      { key: 'who', title: t('identity.audit_who'), minWidth: 120, cell: (row) => <Cut className="md">{words.personOf(row)}</Cut> },
      { key: 'act', title: t('identity.audit_act'), minWidth: 150, cell: (row) => <Cut>{words.actOf(row)}</Cut> },
      { key: 'what', title: t('identity.audit_what'), minWidth: 150, rank: 1, cell: (row) => <Cut>{words.subjectOf(row)}</Cut> },
      { key: 'changes', title: t('identity.audit_changes'), minWidth: 180, rank: 2, cell: (row) => <Cut className="t2">{row.changes.map((change) => words.fieldOf(change.field)).join(', ')}</Cut> },
    ],
    [t, format, words],
  );

  return (
    <div className="audit">
      <div className="audit-main">
        <div className="admin-head">
          <PageHead title={t('identity.audit')} note={t('identity.audit_note')} />
          <Segmented<AuditEntity | typeof everything>
            label={t('identity.audit_of')}
            value={entity ?? everything}
            options={[{ value: everything, label: t('identity.audit_all') }, ...auditEntities.map((value) => ({ value, label: t(`identity.audit_of.${value}`) }))]}
            onChange={(value) => setSearch(value === everything ? {} : { of: value }, { replace: true })}
          />
          <RefusalNotice error={audit.error} />
        </div>
        <Table
          label={t('identity.audit')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => setCurrent(row.id)}
          isLoading={audit.isPending}
          onEnd={() => (audit.hasNextPage && !audit.isFetchingNextPage ? void audit.fetchNextPage() : undefined)}
          foot={audit.isFetchingNextPage ? <Skeleton lines={2} /> : undefined}
          keys
          empty={audit.error === null && <EmptyState icon={ScrollText} title={t('identity.audit_none')} />}
        />
      </div>
      <aside className="audit-side" aria-label={t('identity.audit_details')}>
        {shown === undefined ? <p className="t2 audit-none">{t('identity.audit_choose')}</p> : <AuditDetails row={shown} words={words} />}
      </aside>
    </div>
  );
}
