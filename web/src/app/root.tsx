import type { ReactElement } from 'react';
import { Navigate, Outlet } from 'react-router';
import { useSignedIn } from '../api/me';
import { Toasts } from '../ui/overlays/toasts';
import { homeOf } from './features';

/** What lies under every page. */
export function Root(): ReactElement {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  );
}

/** `/` leads to the page of the person's work. */
export function Home(): ReactElement {
  const me = useSignedIn();
  return <Navigate to={homeOf(me)} replace />;
}
