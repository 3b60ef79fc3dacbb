import { MonitorSmartphone } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import { deviceName } from '../../../ui/text/device';
import { useFormat } from '../../../ui/text/use-format';
import { useEndSession, useSessions } from './use-account';

/** The devices one is signed in on. */
export function Sessions(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSession(() => toast({ title: t('identity.session_ended') }));
  return (
    <Panel title={t('identity.sessions')} flush>
      {sessions.isPending && (
        <div className="panel-body">
          <Skeleton lines={2} />
        </div>
      )}
      <RefusalNotice error={sessions.error ?? end.error} />
      <ul className="lines">
        {sessions.data?.map((session) => (
          <li key={session.id}>
            <MonitorSmartphone className="i t3" aria-hidden="true" />
            <span className="line-text">
              <span className="md cut" title={session.device}>
                {deviceName(session.device)}
              </span>
              <span className="s t2 cut">
                {session.address} · {t('identity.session_seen', { date: format.dateTime(session.lastSeenAt) })}
              </span>
            </span>
            {session.isThis ? (
              <Tag tone="accent">{t('identity.session_this')}</Tag>
            ) : (
              <Button size="small" busy={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
                {t('identity.session_end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
