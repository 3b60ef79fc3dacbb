import { AudioLines, Plus } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Tag } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { FlowRow } from '../flow-types';
import { useFlows } from '../use-flows';
import { NewFlowDialog } from './new-flow-dialog';
import './flow-list.css';

/** Every flow with its numbers and the version callers meet. */
export function FlowListPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const navigate = useNavigate();
  const flows = useFlows();
  const [current, setCurrent] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const mayEdit = useCan('ivr.edit');
  usePageTitle(t('ivr.title'));
  useShortcuts([{ key: 'n', label: t('ivr.new_flow_title'), group: t('ivr.title'), run: () => setIsNew(true) }], mayEdit);

  const columns = useMemo<Column<FlowRow>[]>(
    () => [
      {
        key: 'flow',
        title: t('ivr.flow'),
        minWidth: 150,
        cell: (row) => (
          <Link to={`/ivr/${row.code}`} tabIndex={-1}>
            {names(row.names)}
          </Link>
        ),
      },
      { key: 'numbers', title: t('ivr.numbers'), minWidth: 150, cell: (row) => <Cut>{row.numbers.map(format.phone).join(', ')}</Cut> },
      { key: 'blocks', title: t('ivr.blocks'), width: 80, rank: 3, cell: (row) => format.number(row.blocks) },
      { key: 'version', title: t('ivr.in_force'), width: 170, rank: 1, cell: (row) => `${t('ivr.version', { number: row.version })} · ${format.date(row.publishedAt)}` },
      { key: 'by', title: t('ivr.published_by'), width: 150, rank: 4, cell: (row) => <Cut>{row.publishedBy ?? '–'}</Cut> },
      {
        key: 'draft',
        title: t('ivr.draft'),
        width: 190,
        rank: 2,
        cell: (row) =>
          row.draftAt == null && row.errors === 0 ? (
            <span className="t3">–</span>
          ) : (
            <span className="row g4">
              <Tag tone={row.errors > 0 ? 'danger' : 'warn'}>{row.errors > 0 ? t('ivr.error_count', { count: row.errors }) : t('ivr.draft')}</Tag>
              <Cut className="t2">{row.draftBy}</Cut>
            </span>
          ),
      },
    ],
    [t, names, format],
  );

  return (
    <div className="flow-list">
      <div className="flow-list-head">
        <PageHead title={t('ivr.title')} note={t('ivr.list_note')}>
          {mayEdit && (
            <Button look="primary" icon={Plus} keys="n" onClick={() => setIsNew(true)}>
              {t('ivr.new_flow')}
            </Button>
          )}
        </PageHead>
        <RefusalNotice error={flows.error} />
      </div>
      <Table
        label={t('ivr.title')}
        columns={columns}
        rows={flows.data ?? []}
        rowKey={(row) => row.code}
        current={current}
        onCurrent={setCurrent}
        onOpen={(row) => navigate(`/ivr/${row.code}`)}
        isLoading={flows.isPending}
        empty={<EmptyState icon={AudioLines} title={t('ivr.none')} />}
        keys
      />
      {isNew && (
        <NewFlowDialog
          onClose={() => setIsNew(false)}
          onDone={(view) => {
            toast({ title: t('ivr.created', { flow: names(view.names) }) });
            void navigate(`/ivr/${view.code}`);
          }}
        />
      )}
    </div>
  );
}
