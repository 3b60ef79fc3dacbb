// The screens that `npm run shots` looks at. `before` prepares the mock backend, `act` brings the page into the state wanted.
const as = (userName) => async (page, base, look) => {
  const headers = { 'X-Requested-With': 'santral' };
  await page.request.post(`${base}/api/session`, { data: { userName, password: 'demo' }, headers });
  await page.request.put(`${base}/api/me`, { data: { language: look.language, theme: look.theme }, headers });
};
const out = async (page, base) => {
  await page.request.delete(`${base}/api/session`);
};

export const screens = [
  { name: 'sign-in', path: '/sign-in', before: out },
  { name: 'parts', path: '/dev/parts', full: true },
  {
    name: 'parts-dialog',
    path: '/dev/parts',
    act: async (page) => {
      await page.getByRole('button', { name: 'Pencere' }).click();
    },
  },
  {
    name: 'parts-palette',
    path: '/dev/parts',
    act: async (page) => {
      await page.keyboard.press('Control+k');
    },
  },
];
