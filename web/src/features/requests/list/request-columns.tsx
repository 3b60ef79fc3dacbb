import { GitMerge } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useDueMark } from '../../../api/due-mark';
import type { RequestRow } from '../../../api/request-types';
import { useSignedIn } from '../../../api/me';
import { usePresenceOn } from '../../../api/use-presence';
import { Avatar, NoAvatar } from '../../../ui/marks/avatar';
import { PresenceMarks } from '../../../ui/marks/presence-marks';
import { StageMark } from '../../../ui/marks/stage-mark';
import type { Column } from '../../../ui/records/columns';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { Tag } from '../../../ui/marks/tag';
import { ChannelIcon } from '../channel-icon';
import { PriorityMark } from '../priority-mark';
import { stageMarkOf } from '../stage-kind';
import './request-columns.css';

export type RequestColumn = 'number' | 'kind' | 'channel' | 'subject' | 'customer' | 'stage' | 'due' | 'owner' | 'priority' | 'category' | 'team' | 'tags' | 'opened' | 'changed';

/** The columns of request lists, in the order asked for. */
export function useRequestColumns(wanted: readonly RequestColumn[]): Column<RequestRow>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const me = useSignedIn();
  const Due = useDueMark();
  const key = wanted.join();

  return useMemo(() => {
    const all: Record<RequestColumn, Column<RequestRow>> = {
      number: { key: 'number', title: t('requests.number'), width: 112, sortable: true, cell: (row) => <span className="t2 nowrap">{row.number}</span> },
      kind: { key: 'kind', title: t('requests.kind'), titleHidden: true, width: 34, rank: 5, cell: (row) => (row.kind == null ? null : <span className="kind-mark" title={t(`requests.kind.${row.kind}`)}>{t(`requests.kind.${row.kind}_letter`)}<span className="sr">{t(`requests.kind.${row.kind}`)}</span></span>) },
      channel: { key: 'channel', title: t('requests.channel'), titleHidden: true, width: 32, rank: 3, cell: (row) => (row.channel == null ? null : <ChannelIcon channel={row.channel} />) },
      subject: {
        key: 'subject',
        title: t('requests.subject'),
        minWidth: 200,
        cell: (row) => (
          <span className="row g4">
            {row.mergedIntoId != null && <GitMerge className="i s t3" role="img" aria-label={t('requests.family_kind.merged')} />}
            {row.subject == null || row.subject === '' ? <span className="t3">{t('requests.no_subject')}</span> : <Cut>{row.subject}</Cut>}
            <RowPresence id={row.id} />
          </span>
        ),
      },
      customer: { key: 'customer', title: t('requests.customer'), width: 164, rank: 2, cell: (row) => <Cut className="t2">{row.customerName ?? ''}</Cut> },
      stage: { key: 'stage', title: t('requests.stage'), width: 172, rank: 1, cell: (row) => <StageMark kind={stageMarkOf(row.stage.kind)} label={names(row.stage.names)} /> },
      due: { key: 'due', title: t('clocks.left'), width: 160, sortable: true, rank: 1, cell: (row) => <Due face={row.clock} /> },
      owner: { key: 'owner', title: t('requests.owner'), titleHidden: true, width: 42, rank: 5, cell: (row) => (row.owner == null ? <NoAvatar label={t('requests.owner_none')} /> : <Avatar name={row.owner.name} me={row.owner.id === me.id} />) },
      priority: { key: 'priority', title: t('requests.priority'), width: 104, rank: 6, cell: (row) => <PriorityMark priority={row.priority} /> },
      category: { key: 'category', title: t('requests.category'), width: 180, rank: 4, cell: (row) => <Cut className="t2">{row.category?.path.map((step) => names(step.names)).join(' › ') ?? ''}</Cut> },
      team: { key: 'team', title: t('requests.team'), width: 130, rank: 5, cell: (row) => <Cut className="t2">{row.team == null ? '' : names(row.team.names)}</Cut> },
      tags: { key: 'tags', title: t('requests.tags'), width: 150, rank: 6, cell: (row) => <span className="row g4">{row.tags.slice(0, 3).map((word) => <Tag key={word}>{word}</Tag>)}</span> },
      opened: { key: 'opened', title: t('requests.opened_at'), width: 92, align: 'right', sortable: true, rank: 7, cell: (row) => <span className="t2">{format.moment(row.openedAt, serverNow())}</span> },
      changed: { key: 'changed', title: t('requests.changed_at'), width: 110, align: 'right', sortable: true, rank: 4, cell: (row) => <span className="t2">{format.moment(row.changedAt, serverNow())}</span> },
    };
    return key.split(',').map((name) => all[name as RequestColumn]);
  }, [key, t, names, format, me.id, Due]);
}

/** Who else is on the row's request now; the list asks for all its rows with `useWatchRecords`. */
function RowPresence({ id }: { id: string }): ReactElement | null {
  const people = usePresenceOn(`request:${id}`);
  return people.length === 0 ? null : (
    <span className="end">
      <PresenceMarks people={people} most={2} />
    </span>
  );
}
