import { CheckCheck, ExternalLink, MessageSquareText } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { classes } from '../../../ui/classes';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Avatar } from '../../../ui/marks/avatar';
import { Clock, clockOf } from '../../../ui/marks/clock';
import { Count } from '../../../ui/marks/count';
import { Kbd } from '../../../ui/marks/kbd';
import { StageMark } from '../../../ui/marks/stage-mark';
import { toast } from '../../../ui/overlays/toasts';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { serverNow, useNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { markOf } from '../process-types';
import { Checkers } from './checkers';
import { DecisionBox } from './decision-box';
import { useApprovals, type Approval } from './use-approvals';
import './approvals.css';

const keyOf = (approval: Approval): string => `${approval.document}:${approval.id}`;

/** Every decision asked of who looks, of all kinds of documents: the list, the document, the decision. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data, error } = useApprovals();
  const waiting = data ?? [];
  const at = Math.max(0, waiting.findIndex((one) => keyOf(one) === search.get('of')));
  const shown = waiting[at];
  usePageTitle(t('processes.approvals'));

  const go = (step: number): void => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
      setSearch({ of: keyOf(next) }, { replace: true });
    }
  };
  useShortcuts([
    { key: 'j', label: t('processes.key_next'), group: t('processes.approvals'), run: () => go(1) },
    { key: 'k', label: t('processes.key_before'), group: t('processes.approvals'), run: () => go(-1) },
  ]);

  if (data === undefined || shown === undefined) {
    return (
      <div className="approvals-none">
        <h1 className="sr">{t('processes.approvals')}</h1>
        {error !== null ? <RefusalNotice error={error} /> : data === undefined ? <Skeleton lines={5} /> : <EmptyState icon={CheckCheck} title={t('processes.nothing_waits')}>{t('processes.nothing_waits_says')}</EmptyState>}
      </div>
    );
  }
  return (
    <div className="approvals">
      <nav className="approvals-list" aria-label={t('processes.waiting_for_you')}>
        <h2>
          <span className="grow row g8">
            {t('processes.waiting_for_you')} <Count value={waiting.length} />
          </span>
          <Kbd keys="j" /> <Kbd keys="k" />
        </h2>
        <ul>
          {waiting.map((one) => (
            <li key={keyOf(one)}>
              <Waiting approval={one} isShown={one === shown} onChoose={() => setSearch({ of: keyOf(one) })} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="approval-document">
        <Head approval={shown} />
        <Panel title={t('processes.what_is_asked')} aside={<MessageSquareText className="i s t3" aria-hidden="true" />}>
          <p className="approval-text">{shown.text === '' ? <span className="t3">{t('processes.no_text')}</span> : shown.text}</p>
        </Panel>
        <div className="approval-decide">
          <DecisionBox key={`${keyOf(shown)}:${shown.version}`} approval={shown} onDecided={() => toast({ title: t('processes.decided', { number: shown.number }) })} />
        </div>
      </div>
      <aside className="approval-side" aria-label={t('processes.checkers')}>
        <Checkers approval={shown} />
      </aside>
    </div>
  );
}

function Waiting({ approval, isShown, onChoose }: { approval: Approval; isShown: boolean; onChoose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <button type="button" className={classes('approval-row', isShown && 'on')} aria-current={isShown ? 'true' : undefined} onClick={onChoose}>
      <span className="row g8">
        <b className="md grow">{approval.number}</b>
        {approval.targetAt == null ? <span className="t3 s">{format.moment(approval.since, serverNow())}</span> : <Wanted approval={approval} by={approval.targetAt} />}
      </span>
      <span className="cut">{approval.subject === '' ? t('processes.no_subject') : approval.subject}</span>
      <span className="t2 s">
        {names(approval.stage.names)}
        {approval.requestedBy !== null && ` · ${approval.requestedBy.name}`}
      </span>
    </button>
  );
}

/** How long is left for the decision; when it is late, by how much. */
function Wanted({ approval, by, withDate = false }: { approval: Approval; by: string; withDate?: boolean }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  const due = Date.parse(by);
  const { state, used } = clockOf(Date.parse(approval.since), due, now);
  const length = format.duration(Math.abs(Math.round((due - now) / 1000)));
  return (
    <span className="row g8">
      {withDate && format.moment(by, now)}
      <Clock state={state} used={used} label={state === 'late' ? t('processes.late_by', { time: length }) : length} hint={t('processes.wanted_at', { date: format.dateTime(by) })} />
    </span>
  );
}

function Head({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <header className="approval-head">
      <div className="row g8">
        <h1 className="grow cut">
          <span className="t2">{approval.number}</span> {approval.subject === '' ? t('processes.no_subject') : approval.subject}
        </h1>
        <Link className="btn" to={approval.path}>
          <ExternalLink className="i s" aria-hidden="true" />
          {t('processes.open_document')}
        </Link>
      </div>
      <dl className="approval-facts">
        <div>
          <dt>{t('processes.stage')}</dt>
          <dd>
            <StageMark kind={markOf(approval.stage.kind)} label={names(approval.stage.names)} />
          </dd>
        </div>
        <div>
          <dt>{t('processes.requested_by')}</dt>
          <dd className="row g4">
            {approval.requestedBy === null ? (
              '–'
            ) : (
              <>
                <Avatar name={approval.requestedBy.name} decorative /> {approval.requestedBy.name}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('processes.since')}</dt>
          <dd>{format.moment(approval.since, serverNow())}</dd>
        </div>
        <div>
          <dt>{t('processes.wanted_by')}</dt>
          <dd>{approval.targetAt == null ? '–' : <Wanted approval={approval} by={approval.targetAt} withDate />}</dd>
        </div>
      </dl>
    </header>
  );
}
