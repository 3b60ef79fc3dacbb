import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/me';
import { LiveCalls } from '../../features/calls/live-calls';
import { WallboardPage } from '../../features/supervision/wallboard/wallboard-page';
import { Panel } from '../../ui/layout/panel';

/** The supervisor's board, with the calls under way for who may listen. */
export function WallboardScreen(): ReactElement {
  const { t } = useTranslation();
  const mayListen = useCan('calls.supervise');
  return (
    <WallboardPage
      calls={
        mayListen && (
          <Panel title={t('calls.live_calls')} flush>
            <LiveCalls />
          </Panel>
        )
      }
    />
  );
}
