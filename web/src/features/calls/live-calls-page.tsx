import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/layout/panel';
import { PageHead } from '../../ui/shell/app-frame';
import { usePageTitle } from '../../ui/shell/page-title';
import { LiveCalls } from './live-calls';

/** The supervisor's ear. */
export function LiveCallsPage(): ReactElement {
  const { t } = useTranslation();
  usePageTitle(t('calls.live_calls'));
  return (
    <div className="page">
      <PageHead title={t('calls.live_calls')} />
      <Panel flush>
        <LiveCalls />
      </Panel>
    </div>
  );
}
