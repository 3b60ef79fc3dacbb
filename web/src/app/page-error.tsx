import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { isRefusal } from '../api/refusal';
import { useRefusalText } from '../api/refusal-notice';
import { Button } from '../ui/actions/button';
import { EmptyState } from '../ui/layout/empty-state';
import { NotFound } from './not-found';

/** A page that broke. The rest of the shell, above all a call in progress, goes on. */
export function PageError(): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <NotFound />;
  }
  // A new version of the app was installed and the old pages are gone from the server.
  const isOutdated = error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <div className="centre" role="alert">
      <EmptyState
        icon={CircleAlert}
        title={isOutdated ? t('app.outdated') : t('app.broken')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
        }
      >
        {isOutdated ? t('app.outdated_hint') : isRefusal(error) ? text(error) : t('app.broken_hint')}
      </EmptyState>
    </div>
  );
}
