import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { onSignedOut } from '../api/client';
import { setMe, useMe, type Me } from '../api/me';
import { RefusalNotice } from '../api/refusal-notice';
import { useLiveConnection } from '../api/use-live';
import { Bell } from '../features/workplace/notices/bell';
import { useNoticesEntry } from '../features/workplace/notices/notices-entry';
import { Button } from '../ui/actions/button';
import { Skeleton } from '../ui/layout/skeleton';
import { AppFrame } from '../ui/shell/app-frame';
import { Rail } from '../ui/shell/rail';
import { TabBar } from '../ui/shell/tab-bar';
import { Commands, useCommands } from './commands';
import { ConnectionLine } from './connection-line';
import { mayOpen, phoneBarOf, providers, railWorkOf } from './features';
import { Self, useSelfMenu } from './self';
import { NotAllowed } from './not-allowed';
import { useFoldedRail } from './folded-rail';
import { useNavLinks } from './nav-links';
import { useMySettings } from '../api/my-settings';

/** The frame of a signed-in person. Without one it leads to the sign-in page and back. */
export function Shell(): ReactElement {
  const { t } = useTranslation();
  const { data: me, error, refetch } = useMe();
  const queries = useQueryClient();
  const { pathname, search } = useLocation();

  useEffect(() => onSignedOut(() => setMe(queries, null)), [queries]);

  if (me === undefined) {
    return (
      <div className="centre">
        {error === null ? (
          <Skeleton lines={4} />
        ) : (
          <div className="stack">
            <RefusalNotice error={error} />
            <Button onClick={() => void refetch()}>{t('ui.try_again')}</Button>
          </div>
        )}
      </div>
    );
  }
  if (me === null) {
    const from = `${pathname}${search}`;
    return <Navigate to={from === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(from)}`} replace />;
  }
  return (
    <Providers>
      <SignedIn me={me} />
    </Providers>
  );
}

function FrameSelf({ me }: { me: Me }): ReactElement {
  return (
    <>
      <Self me={me} />
      <Bell />
    </>
  );
}

function Providers({ children }: { children: ReactNode }): ReactElement {
  return <>{providers.reduceRight<ReactNode>((inner, Provider) => <Provider>{inner}</Provider>, children)}</>;
}

function SignedIn({ me }: { me: Me }): ReactElement {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = useNavLinks(me);
  const commands = useCommands(me);
  const notices = useNoticesEntry();
  const more = [notices.entry, ...useSelfMenu(me, links)];
  useLiveConnection();
  useMySettings(me);
  useFoldedRail();

  return (
    <>
      <AppFrame
        skipLabel={t('app.skip')}
        rail={<Rail links={links} onSearch={commands.open} work={railWorkOf(me)} self={<FrameSelf me={me} />} />}
        notice={<ConnectionLine />}
        top={phoneBarOf(me)}
        bottom={<TabBar links={links} more={more} mark={notices.mark} />}
      >
        {mayOpen(me, pathname) ? <Outlet /> : <NotAllowed />}
      </AppFrame>
      <Commands commands={commands} />
    </>
  );
}
