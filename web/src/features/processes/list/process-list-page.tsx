import { Workflow } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { EmptyState } from '../../../ui/layout/empty-state';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { ProcessTabs } from '../process-tabs';
import { markOf, type ProcessRow } from '../process-types';
import { useProcesses } from '../use-processes';
import './process-list.css';

const keyOf = (row: ProcessRow): string => `${row.document}/${row.unit}`;

/** Every kind of document in every unit, with the version that holds. */
export function ProcessListPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const navigate = useNavigate();
  const processes = useProcesses();
  const [current, setCurrent] = useState<string>();
  usePageTitle(t('processes.title'));

  const columns = useMemo<Column<ProcessRow>[]>(
    () => [
      {
        key: 'process',
        title: t('processes.process'),
        minWidth: 150,
        cell: (row) => (
          <Link to={`/processes/${keyOf(row)}`} tabIndex={-1}>
            {t(`processes.document.${row.document}`)}
          </Link>
        ),
      },
      { key: 'unit', title: t('processes.unit_name'), minWidth: 130, cell: (row) => <Cut>{names(row.unitNames)}</Cut> },
      {
        key: 'stages',
        title: t('processes.stages'),
        minWidth: 200,
        rank: 3,
        cell: (row) => (
          <span className="row g4 process-marks">
            {row.stages.map((stage) => (
              <StageMark key={stage.code} kind={markOf(stage.kind)} hint={names(stage.names)} />
            ))}
          </span>
        ),
      },
      { key: 'version', title: t('processes.holds'), width: 170, rank: 1, cell: (row) => (row.publishedAt == null ? t('processes.version_start') : `${t('processes.version', { number: row.version })} · ${format.date(row.publishedAt)}`) },
      { key: 'by', title: t('processes.published_by'), width: 150, rank: 4, cell: (row) => <Cut>{row.publishedBy ?? '–'}</Cut> },
      {
        key: 'draft',
        title: t('processes.draft'),
        width: 190,
        rank: 2,
        cell: (row) =>
          row.draftAt == null ? (
            <span className="t3">–</span>
          ) : (
            <span className="row g4">
              <Tag tone={row.errors > 0 ? 'danger' : 'warn'}>{row.errors > 0 ? t('processes.error_count', { count: row.errors }) : t('processes.draft')}</Tag>
              <Cut className="t2">{row.draftBy}</Cut>
            </span>
          ),
      },
    ],
    [t, names, format],
  );

  return (
    <div className="process-list">
      <div className="process-list-head">
        <PageHead title={t('processes.title')} note={t('processes.list_note')} />
        <ProcessTabs value="processes" />
        <RefusalNotice error={processes.error} />
      </div>
      <Table
        label={t('processes.title')}
        columns={columns}
        rows={processes.data ?? []}
        rowKey={keyOf}
        current={current}
        onCurrent={setCurrent}
        onOpen={(row) => navigate(`/processes/${keyOf(row)}`)}
        isLoading={processes.isPending}
        empty={<EmptyState icon={Workflow} title={t('processes.none')} />}
        keys
      />
    </div>
  );
}
