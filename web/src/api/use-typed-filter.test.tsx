import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { useTypedFilter } from './use-typed-filter';

function List(): ReactElement {
  const { typed, asked, setTyped } = useTypedFilter('q');
  return (
    <>
      <input aria-label="filter" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p>asked: {asked}</p>
    </>
  );
}

/** A list, and a page beside it whose code comes when `fetched` is called. */
function list(at: string) {
  let fetched: (page: { Component: () => ReactElement }) => void = () => undefined;
  const lazy = () => new Promise<{ Component: () => ReactElement }>((done) => (fetched = done));
  const router = createMemoryRouter([{ path: '/list', element: <List /> }, { path: '/other', lazy }], { initialEntries: [at] });
  render(<RouterProvider router={router} />);
  return { router, fetched: () => fetched({ Component: () => <p>the other page</p> }) };
}

test('the address follows what is typed, without spaces around it, and keeps the rest', async () => {
  const { router } = list('/list?kind=corporate');
  await userEvent.type(screen.getByLabelText('filter'), ' arç ');
  await screen.findByText('asked: arç');
  expect(new URLSearchParams(router.state.location.search).get('kind')).toBe('corporate');

  await userEvent.clear(screen.getByLabelText('filter'));
  await screen.findByText('asked:');
  expect(router.state.location.search).toBe('?kind=corporate');
});

test('the box follows the address', async () => {
  const { router } = list('/list?q=a');
  expect(screen.getByLabelText('filter')).toHaveValue('a');
  await act(() => router.navigate('/list?q=b'));
  expect(screen.getByLabelText('filter')).toHaveValue('b');
});

test('what was typed last does not call off the opening of another page', async () => {
  const { router, fetched } = list('/list');
  vi.useFakeTimers();
  fireEvent.change(screen.getByLabelText('filter'), { target: { value: 'a' } });
  let opening: Promise<void> = Promise.resolve();
  act(() => void (opening = router.navigate('/other')));
  await act(() => vi.advanceTimersByTimeAsync(1000));
  vi.useRealTimers();
  expect(router.state.location.search).toBe('');

  fetched();
  await act(() => opening);
  expect(await screen.findByText('the other page')).toBeVisible();
  expect(router.state.location.pathname).toBe('/other');
});
