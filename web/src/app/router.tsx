import { createBrowserRouter, type RouteObject } from 'react-router';
import { openRoutes, shellRoutes } from './features';
import { NotFound } from './not-found';
import { PageError } from './page-error';
import { Home, Root } from './root';
import { Shell } from './shell';

/** All pages: the shell's for signed-in people, the open ones beside it. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <PageError />,
    hydrateFallbackElement: <></>,
    children: [
      ...openRoutes,
      {
        element: <Shell />,
        children: [
          {
            errorElement: <PageError />,
            children: [{ index: true, element: <Home /> }, ...shellRoutes, { path: '*', element: <NotFound /> }],
          },
        ],
      },
    ],
  },
];

export const router = (): ReturnType<typeof createBrowserRouter> => createBrowserRouter(routes);
