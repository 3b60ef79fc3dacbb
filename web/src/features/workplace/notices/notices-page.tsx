import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/layout/panel';
import { usePageTitle } from '../../../ui/shell/page-title';
import { NoticePanel } from './notice-panel';
import './notices.css';

/** The notices as a page, for screens without the rail. */
export function NoticesPage(): ReactElement {
  const { t } = useTranslation();
  usePageTitle(t('notices.title'));
  return (
    <div className="page narrow">
      <h1 className="sr">{t('notices.title')}</h1>
      <Panel flush className="notices-page">
        <NoticePanel onClose={() => undefined} />
      </Panel>
    </div>
  );
}
