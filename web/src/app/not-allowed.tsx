import { Lock } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../ui/actions/button';
import { EmptyState } from '../ui/layout/empty-state';
import { usePageTitle } from '../ui/shell/page-title';

/** A page of the product that is not this person's: said at once, instead of its empty frame. */
export function NotAllowed(): ReactElement {
  const { t } = useTranslation();
  usePageTitle(t('app.not_allowed'));
  return (
    <div className="centre">
      <h1 className="sr">{t('app.not_allowed')}</h1>
      <EmptyState
        icon={Lock}
        title={t('app.not_allowed')}
        action={
          <Link to="/" className={buttonClass()}>
            {t('app.to_start')}
          </Link>
        }
      >
        {t('app.not_allowed_hint')}
      </EmptyState>
    </div>
  );
}
