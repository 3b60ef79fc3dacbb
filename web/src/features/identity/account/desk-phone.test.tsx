import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../../test/render-at';

test('a desk phone is set up with a secret that is shown once, gets a new one, and is taken away', async () => {
  const { user } = await renderAt('/account');
  await user.click(await screen.findByRole('checkbox', { name: 'Eski telefon: yalnızca MD5 biliyor' }));
  await user.click(await screen.findByRole('button', { name: 'Telefonu tanımla' }));
  expect(await screen.findByText('localhost:5060')).toBeVisible();
  const secret = screen.getByText(/^sekret.*-md5$/).textContent;
  expect(await screen.findByText('Bir masa telefonunuz tanımlı.')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Yeni parola' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Eski telefon: yalnızca MD5 biliyor' }));
  await user.click(dialog.getByRole('button', { name: 'Yeni parola' }));
  await waitFor(() => expect(screen.getByText(/^sekret/).textContent).not.toBe(secret));
  expect(screen.getByText(/^sekret/)).not.toHaveTextContent('md5');

  await user.click(screen.getByRole('button', { name: 'Masa telefonunu kaldır' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Kaldır' }));
  expect(await screen.findByRole('button', { name: 'Telefonu tanımla' })).toBeVisible();
  expect(screen.queryByText(/^sekret/)).toBeNull();
});
