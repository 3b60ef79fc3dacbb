import { Compass } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../ui/actions/button';
import { EmptyState } from '../ui/layout/empty-state';
import { usePageTitle } from '../ui/shell/page-title';

export function NotFound(): ReactElement {
  const { t } = useTranslation();
  usePageTitle(t('app.not_found'));
  return (
    <div className="centre">
      <h1 className="sr">{t('app.not_found')}</h1>
      <EmptyState
        icon={Compass}
        title={t('app.not_found')}
        action={
          <Link to="/" className={buttonClass()}>
            {t('app.to_start')}
          </Link>
        }
      >
        {t('app.not_found_hint')}
      </EmptyState>
    </div>
  );
}
