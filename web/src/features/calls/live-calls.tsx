import { Ear, MessageSquareDot, PhoneOff, Radio, UsersRound } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wishPhone } from '../../api/phone-bridge';
import { RefusalNotice, useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { Segmented } from '../../ui/actions/segmented';
import { EmptyState } from '../../ui/layout/empty-state';
import { Skeleton } from '../../ui/layout/skeleton';
import { Tag } from '../../ui/marks/tag';
import { toast } from '../../ui/overlays/toasts';
import { useNames } from '../../ui/text/names';
import { useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { useAttend, useLiveCalls, type AttendMode, type LiveCall } from './use-live-calls';
import './calls.css';

/** The conversations that run now, with what a supervisor may do in them: listen, whisper to the agent, join. Stands alone; any page can show it. */
export function LiveCalls(): ReactElement {
  const { t } = useTranslation();
  const { data, error, isPending } = useLiveCalls();
  const attends = data?.some((call) => call.mode != null) === true;
  const attended = useRef(false);

  // The conversation ended by itself: the phone follows the presence again.
  useEffect(() => {
    if (attended.current && !attends) {
      wishPhone(false);
    }
    attended.current = attends;
  }, [attends]);

  if (data === undefined) {
    return isPending ? <Skeleton lines={4} /> : <RefusalNotice error={error} />;
  }
  if (data.length === 0) {
    return <EmptyState icon={Radio} title={t('calls.live_none')}>{t('calls.live_none_hint')}</EmptyState>;
  }
  return (
    <div className="live-table">
      <table aria-label={t('calls.live_calls')}>
        <thead>
          <tr>
            <th scope="col">{t('calls.agent')}</th>
            <th scope="col">{t('calls.live_caller')}</th>
            <th scope="col">{t('calls.team')}</th>
            <th scope="col">{t('calls.live_state')}</th>
            <th scope="col">{t('calls.live_since')}</th>
            <th scope="col">{t('calls.live_acts')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((call) => (
            <Row key={call.id} call={call} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ call }: { call: LiveCall }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  return (
    <tr>
      <td>
        <b className="md">{call.agent.name}</b>
      </td>
      <td data-label={t('calls.live_caller')}>{call.customer?.name ?? (call.callingNumber == null ? t('calls.withheld') : <span className="num">{format.phone(call.callingNumber)}</span>)}</td>
      <td className="t2" data-label={t('calls.team')}>{names(call.team.names)}</td>
      <td data-label={t('calls.live_state')}>
        <span className="row g4">
          <Tag tone={call.state === 'talking' ? 'accent' : 'warn'}>{t(`calls.state.${call.state}`)}</Tag>
          {call.recording === 'running' && <Tag tone="danger">{t('calls.recording.state.running')}</Tag>}
        </span>
      </td>
      <td className="num" data-label={t('calls.live_since')}>{format.clock((now - Date.parse(call.since)) / 1000)}</td>
      <td>
        <Acts call={call} />
      </td>
    </tr>
  );
}

const modes: readonly { value: AttendMode; icon: typeof Ear; says: string }[] = [
  { value: 'listen', icon: Ear, says: 'listens' },
  { value: 'whisper', icon: MessageSquareDot, says: 'whispers' },
  { value: 'join', icon: UsersRound, says: 'joined' },
];

function Acts({ call }: { call: LiveCall }): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const attend = useAttend();
  const order = (mode: AttendMode | null): void => attend.mutate({ id: call.id, mode }, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
  if (call.attendedBy != null) {
    return <span className="t2">{t('calls.attend.by', { name: call.attendedBy })}</span>;
  }
  const mode = call.mode ?? undefined;
  return (
    <span className="live-acts">
      <Segmented<AttendMode> label={t('calls.live_acts')} value={mode} disabled={attend.isPending} options={modes.map(({ value, icon }) => ({ value, icon, label: t(`calls.attend.${value}`) }))} onChange={order} />
      {mode !== undefined && (
        <>
          <Button size="small" icon={PhoneOff} onClick={() => order(null)}>
            {t('calls.attend.end')}
          </Button>
          <span className="t2 s" role="status">
            {t(`calls.attend.${modes.find((one) => one.value === mode)?.says ?? 'listens'}`)}
          </span>
        </>
      )}
      {attend.isPending && mode === undefined && <span className="t2 s">{t('calls.attend.waits')}</span>}
    </span>
  );
}
