import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { newQueries } from '../app/providers';
import { routes } from '../app/router';
import { live } from '../api/live';
import { mock } from '../mocks/identity';
import { vi } from 'vitest';

// Pages are fetched when they are first opened, which a busy machine may take its time for.
configure({ asyncUtilTimeout: 8000 });

export type Rendered = { user: UserEvent; address: () => string };

/** The whole app at an address, signed in as `userName` (nobody when null), in Turkish. */
export async function renderAt(path: string, userName: string | null = 'agent1'): Promise<Rendered> {
  if (userName !== null) {
    mock.signIn(userName);
  }
  // jsdom has no sockets; news is given by `live.receive`.
  vi.spyOn(live, 'open').mockReturnValue(() => undefined);
  const user = userEvent.setup();
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const queries = newQueries();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findAllByRole('main');
  return { user, address: () => `${router.state.location.pathname}${router.state.location.search}` };
}
