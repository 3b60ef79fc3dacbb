import { Inbox } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { mostCounted, type RequestRow } from '../../../api/request-types';
import { Segmented } from '../../../ui/actions/segmented';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Count } from '../../../ui/marks/count';
import { Table } from '../../../ui/records/table';
import { serverNow } from '../../../ui/text/now';
import { stageRank } from '../stage-kind';
import { useRequestColumns } from '../list/request-columns';
import { useRequestNews } from '../request-news';
import { useOwnWork } from './use-own-work';
import '../side/side.css';

type Grouping = 'due' | 'stage' | 'age';

/** What waits for me, what presses most first; grouped by that, by where it stands or by when it last moved. */
export function OwnWork(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: page, error, isPending } = useOwnWork();
  const [grouping, setGrouping] = useState<Grouping>('due');
  const [current, setCurrent] = useState<string>();
  const columns = useRequestColumns(['number', 'channel', 'subject', 'customer', 'stage', 'due', 'priority', 'changed']);
  useRequestNews();

  const rows = useMemo(() => grouped(page?.items ?? [], grouping), [page, grouping]);
  const startOfDay = new Date(new Date().setHours(0, 0, 0, 0)).getTime();
  const nameOf = (row: RequestRow): string => {
    switch (grouping) {
      case 'due':
        return t(`clocks.group.${pressureOf(row, startOfDay)}`);
      case 'stage':
        return t(`requests.group.${row.stage.kind}`);
      case 'age':
        return t(Date.parse(row.changedAt) >= startOfDay ? 'requests.group.today' : 'requests.group.older');
    }
  };
  const groupOf = (row: RequestRow): string => `${nameOf(row)} · ${rows.filter((other) => nameOf(other) === nameOf(row)).length}`;

  return (
    <Panel
      title={t('requests.mine')}
      flush
      className="own-work"
      count={page !== undefined && <Count value={page.total ?? page.items.length} most={mostCounted} label={t('requests.mine')} />}
      aside={
        <Segmented
          label={t('requests.group_by')}
          value={grouping}
          options={[
            { value: 'due', label: t('clocks.by_due') },
            { value: 'stage', label: t('requests.by_stage') },
            { value: 'age', label: t('requests.by_age') },
          ]}
          onChange={setGrouping}
        />
      }
    >
      {error !== null && page === undefined ? (
        <div className="panel-body">
          <RefusalNotice error={error} />
        </div>
      ) : (
        <Table
          label={t('requests.mine')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          groupOf={groupOf}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void navigate(`/requests/${row.id}`)}
          isLoading={isPending}
          keys
          empty={
            <EmptyState icon={Inbox} title={t('requests.mine_none')}>
              {t('requests.mine_none_hint')}
            </EmptyState>
          }
        />
      )}
    </Panel>
  );
}

function grouped(rows: readonly RequestRow[], grouping: Grouping): RequestRow[] {
  switch (grouping) {
    case 'due':
      return [...rows];
    case 'stage':
      return rows.toSorted((one, other) => stageRank(one.stage.kind) - stageRank(other.stage.kind));
    case 'age':
      return rows.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
  }
}

function pressureOf({ clock }: RequestRow, startOfDay: number): 'late' | 'today' | 'later' | 'waits' {
  const now = serverNow();
  const due = clock?.dueAt == null || clock.metAt !== null ? null : Date.parse(clock.dueAt);
  if (due === null) {
    return 'waits';
  }
  return due <= now ? 'late' : due < startOfDay + 86_400_000 ? 'today' : 'later';
}
