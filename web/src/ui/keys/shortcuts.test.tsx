import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { Dialog } from '../overlays/dialog';
import { ShortcutPage, useShortcuts } from './shortcuts';

function Page({ onNew, isAsking = false }: { onNew: () => void; isAsking?: boolean }): ReactElement {
  useShortcuts([
    { key: 'n', run: onNew },
    { key: '[', run: onNew },
    { key: 'i', run: onNew },
  ]);
  return (
    <>
      <input aria-label="text" />
      {isAsking && <Dialog title="?" confirmLabel="yes" onConfirm={() => undefined} onClose={() => undefined} />}
    </>
  );
}

it('runs on a single letter', async () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} />);
  await userEvent.keyboard('n');
  expect(onNew).toHaveBeenCalledTimes(1);
});

it('leaves letters to a text field', async () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} />);
  await userEvent.type(screen.getByRole('textbox'), 'nin');
  expect(onNew).not.toHaveBeenCalled();
});

it('is silent below an open dialog', async () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} isAsking />);
  await userEvent.keyboard('n');
  expect(onNew).not.toHaveBeenCalled();
});

it('takes a dotless i, and a sign typed with AltGr', () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} />);
  fireEvent.keyDown(document.body, { key: 'ı' });
  fireEvent.keyDown(document.body, { key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true });
  expect(onNew).toHaveBeenCalledTimes(2);
});

it('prefers the open page to the frame around it', async () => {
  const ofPage = vi.fn();
  const ofFrame = vi.fn();
  const { rerender } = render(
    <ShortcutPage value={true}>
      <Page onNew={ofPage} />
    </ShortcutPage>,
  );
  rerender(
    <>
      <ShortcutPage value={true}>
        <Page onNew={ofPage} />
      </ShortcutPage>
      <Page onNew={ofFrame} />
    </>,
  );
  await userEvent.keyboard('n');
  expect(ofPage).toHaveBeenCalledTimes(1);
  expect(ofFrame).not.toHaveBeenCalled();
});
