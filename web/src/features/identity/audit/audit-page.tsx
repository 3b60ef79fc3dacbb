import { Download, ScrollText } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { buttonClass } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useFormat } from '../../../ui/text/use-format';
import { AuditDetails } from './audit-details';
import { AuditFilters } from './audit-filters';
import { subjectOf, useAuditValue } from './audit-values';
import { auditQuestion, useAudit, type AuditLine } from './use-audit';
import '../admin.css';
import './audit.css';

/** Who did what in the whole product: what an auditor asks for first. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const valueOf = useAuditValue();
  const [search] = useSearchParams();
  const audit = useAudit(search);
  const [current, setCurrent] = useState<string>();
  const rows = useMemo(() => audit.data?.pages.flatMap((page) => page.items) ?? [], [audit.data]);
  const shown = rows.find((line) => line.id === current);
  usePageTitle(t('identity.audit'));

  const columns = useMemo<Column<AuditLine>[]>(
    () => [
      { key: 'at', title: t('identity.audit_at'), width: 156, cell: (line) => <span className="num">{format.dateTime(line.at)}</span> },
      { key: 'who', title: t('identity.audit_who'), minWidth: 120, cell: (line) => <Cut className="md">{line.userName}</Cut> },
      { key: 'act', title: t('identity.audit_act'), minWidth: 120, cell: (line) => <Cut>{line.actName}</Cut> },
      { key: 'what', title: t('identity.audit_what'), minWidth: 200, rank: 1, cell: (line) => <Cut>{subjectOf(line)}</Cut> },
      { key: 'module', title: t('identity.audit_module'), width: 130, rank: 3, cell: (line) => <Cut className="t2">{line.moduleName}</Cut> },
      { key: 'changes', title: t('identity.audit_changes'), minWidth: 180, rank: 2, cell: (line) => <Cut className="t2">{changed(line, valueOf)}</Cut> },
    ],
    [t, format, valueOf],
  );

  return (
    <div className="audit">
      <div className="audit-main">
        <div className="admin-head">
          <PageHead title={t('identity.audit')} note={t('identity.audit_note')}>
            <a className={buttonClass('plain')} href={`/api/audit/export?${auditQuestion(search)}`} download>
              <Download className="i s" aria-hidden="true" />
              {t('identity.audit_export')}
            </a>
          </PageHead>
          <AuditFilters />
          <RefusalNotice error={audit.error} />
        </div>
        <Table
          label={t('identity.audit')}
          columns={columns}
          rows={rows}
          rowKey={(line) => line.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(line) => setCurrent(line.id)}
          isLoading={audit.isPending}
          onEnd={() => (audit.hasNextPage && !audit.isFetchingNextPage ? void audit.fetchNextPage() : undefined)}
          foot={audit.isFetchingNextPage ? <Skeleton lines={2} /> : undefined}
          keys
          empty={audit.error === null && (
              <EmptyState icon={ScrollText} title={t('identity.audit_none')}>
                {t('identity.audit_none_hint')}
              </EmptyState>
            )}
        />
      </div>
      <aside className="audit-side" aria-label={t('identity.audit_details')}>
        {shown === undefined ? <p className="t2 audit-none">{t('identity.audit_choose')}</p> : <AuditDetails line={shown} />}
      </aside>
    </div>
  );
}

/** One changed field with its values, many by their names. */
function changed(line: AuditLine, valueOf: (field: string, value: string | null) => string): string {
  const [only, ...more] = line.changes.filter((change) => change.from !== change.to);
  return only !== undefined && more.length === 0 && only.from !== null && only.came == null
    ? `${only.name}: ${valueOf(only.field, only.from)} → ${valueOf(only.field, only.to)}`
    : line.changes.map((change) => change.name).join(', ');
}
