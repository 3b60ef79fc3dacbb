// The screens that `npm run shots` looks at. `before` prepares the mock backend, `act` brings the page into the state wanted.
import { deskScreens } from './desk-screens.mjs';

const as = (userName) => async (page, base, look) => {
  const headers = { 'X-Requested-With': 'santral' };
  await page.request.post(`${base}/api/setup/demo`);
  await page.request.post(`${base}/api/session`, { data: { userName, password: 'demo' }, headers });
  await page.request.put(`${base}/api/me`, { data: { language: look.language, theme: look.theme }, headers });
};
const out = async (page, base) => {
  await page.request.post(`${base}/api/setup/demo`);
  await page.request.delete(`${base}/api/session`);
};

export const screens = [
  { name: 'sign-in', path: '/sign-in', before: out },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    before: out,
    act: async (page) => {
      await page.locator('input[name=username]').fill('agent1');
      await page.locator('input[name=password]').fill('yanlis');
      await page.locator('button[type=submit]').click();
    },
  },
  {
    name: 'sign-in-code',
    path: '/sign-in',
    before: out,
    act: async (page) => {
      await page.locator('input[name=username]').fill('supervisor1');
      await page.locator('input[name=password]').fill('demo');
      await page.locator('button[type=submit]').click();
    },
  },
  { name: 'search', path: '/search?q=modem', before: as('agent1') },
  { name: 'definitions', path: '/definitions/request_categories', before: as('admin') },
  { name: 'knowledge', path: '/knowledge', before: as('agent1') },
  { name: 'knowledge-script', path: '/knowledge/0198f0b0-0000-7000-8000-000000000001', before: as('agent1') },
  { name: 'users', path: '/users', before: as('admin') },
  {
    name: 'users-new',
    path: '/users',
    before: as('admin'),
    act: async (page) => {
      await page.keyboard.press('n');
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+Enter');
    },
  },
  {
    name: 'users-menu',
    path: '/users',
    before: as('admin'),
    act: async (page) => {
      await page.locator('tbody tr').nth(2).click();
      await page.locator('tbody tr').nth(2).locator('button').last().click();
    },
  },
  {
    name: 'users-keys',
    path: '/users',
    before: as('admin'),
    act: async (page) => {
      await page.keyboard.press('?');
    },
  },
  {
    name: 'users-palette',
    path: '/users',
    before: as('admin'),
    act: async (page) => {
      await page.keyboard.press('Control+k');
    },
  },
  {
    name: 'users-self',
    path: '/users',
    before: as('admin'),
    act: async (page, look) => {
      await (look.width < 600 ? page.locator('.tabbar button') : page.locator('.self-button')).click();
    },
  },
  { name: 'account', path: '/account', before: as('agent1'), full: true },
  {
    name: 'account-enrol',
    path: '/account',
    before: as('agent1'),
    act: async (page) => {
      await page.locator('.account > div').nth(1).locator('section').first().getByRole('button').click();
    },
  },
  { name: 'not-found', path: '/nowhere', before: as('agent1') },
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
  {
    name: 'first-run',
    path: '/first-run',
    before: async (page) => {
      await page.context().addCookies([{ name: 'mock', value: 'empty', url: 'http://localhost:8310' }]);
    },
  },
  {
    name: 'first-run-admin',
    path: '/first-run',
    before: async (page) => {
      await page.context().addCookies([{ name: 'mock', value: 'empty', url: 'http://localhost:8310' }]);
    },
    act: async (page) => {
      await page.locator('input[autocomplete=organization]').fill('Beyaz Eşya A.Ş.');
      await page.locator('button[type=submit]').click();
      await page.waitForTimeout(200);
      await page.locator('button[type=submit]').click();
    },
  },
  ...deskScreens,
];
