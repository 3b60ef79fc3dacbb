import { http, HttpResponse, type RequestHandler } from 'msw';
import { problem } from './problem';

type Account = {
  id: string;
  userName: string;
  displayName: string;
  language: string;
  theme: string;
  email: string | null;
  roles: string[];
  isActive: boolean;
  hasTwoFactor: boolean;
  hasDeskPhone: boolean;
  createdAt: string;
  lastSeenAt: string | null;
  version: number;
};

const everything = [
  'identity.users', 'identity.settings', 'identity.audit', 'calls.take', 'calls.log', 'calls.settings', 'calls.hear_own', 'calls.hear_team', 'calls.supervise', 'ivr.edit', 'ivr.read', 'queues.agents', 'queues.reports', 'queues.settings', 'queues.watch',
  'customers.read', 'customers.write', 'requests.read', 'requests.assign', 'requests.categorise', 'requests.export', 'requests.merge', 'requests.write', 'requests.settings', 'billing.read', 'definitions.settings',
];
const ofAgent = ['calls.take', 'calls.log', 'customers.read', 'customers.write', 'knowledge.read', 'requests.read', 'requests.assign', 'requests.merge', 'requests.write', 'billing.read'];
const permissions: Record<string, string[]> = { admin: everything, supervisor: [...ofAgent, 'knowledge.write', 'definitions.settings', 'ivr.read', 'queues.agents', 'queues.reports', 'queues.settings', 'queues.watch', 'requests.settings', 'processes.settings', 'identity.audit'], agent: ofAgent, technical_agent: ofAgent };
const people: [string, string, string][] = [
  ['admin', 'Nermin Şahin', 'admin'],
  ['supervisor1', 'Kerem Öztürk', 'supervisor'],
  ['agent1', 'Faruk Demir', 'agent'],
  ['agent2', 'Merve Aydın', 'agent'],
  ['tech1', 'İrem Doğan', 'technical_agent'],
  ['tech2', 'Umut Çağlar', 'technical_agent'],
  ['expert1', 'Hatice Bulut', 'technical_agent'],
  ['corporate1', 'Selin Işık', 'agent'],
  ['service1', 'Gülşen Ağaoğlu', 'back_office'],
  ['field1', 'Ozan Yıldız', 'technician'],
  ['field2', 'Emre Kılıç', 'technician'],
  ['buyer1', 'Dilek Güneş', 'buyer'],
  ['store1', 'Şükrü Özgür', 'store'],
  ['accountant1', 'Zeynep Ünal', 'accountant'],
  ['agent3', 'Åsa Lindqvist', 'agent'],
];
const roles = [...new Set(people.map(([, , role]) => role))];

type State = {
  accounts: Account[];
  passwords: Map<string, string>;
  signedIn: string | null;
  isEmpty: boolean;
  isDemo: boolean;
  organisation: string | null;
  keys: { id: string; name: string; prefix: string; scopes: string[]; createdAt: string; lastUsedAt: string | null }[];
  phones: number;
  failures: number;
};

/** The mock's code for the second factor. */
export const mockCode = '123456';

function accountOf([userName, displayName, role]: [string, string, string], index: number): Account {
  return {
    id: `0198a000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`,
    userName,
    displayName,
    language: userName === 'agent3' ? 'sv' : 'tr',
    theme: 'system',
    email: null,
    roles: [role],
    isActive: userName !== 'tech2',
    hasTwoFactor: userName === 'supervisor1',
    hasDeskPhone: false,
    createdAt: '2026-11-02T08:00:00Z',
    lastSeenAt: index % 4 === 3 ? null : `2026-11-21T1${index % 10}:24:00Z`,
    version: 1,
  };
}

function fresh(): State {
  return {
    accounts: people.map(accountOf),
    passwords: new Map(people.map(([userName]) => [userName, 'demo'])),
    signedIn: null,
    isEmpty: false,
    isDemo: true,
    organisation: 'Santral Deneme A.Ş.',
    keys: [{ id: '0198b000-0000-7000-8000-000000000001', name: 'Rapor aktarımı', prefix: 'stk_7Q2m', scopes: ['requests.read', 'calls.log'], createdAt: '2026-11-10T09:00:00Z', lastUsedAt: '2026-11-21T06:00:00Z' }],
    phones: 0,
    failures: 0,
  };
}

let state = fresh();

export function resetMocks(): void {
  state = fresh();
}

export const mock = {
  signIn(userName: string): void {
    state.signedIn = userName;
  },
  empty(): void {
    state = { ...fresh(), isEmpty: true, isDemo: false, organisation: null, accounts: [] };
  },
};

function me(): Account | undefined {
  return state.accounts.find((account) => account.userName === state.signedIn);
}

function meBody(account: Account): Record<string, unknown> {
  const { id, userName, displayName, language, theme, hasTwoFactor, hasDeskPhone } = account;
  return {
    id, userName, displayName, language, theme, hasTwoFactor, hasDeskPhone,
    roles: account.roles,
    permissions: [...new Set(account.roles.flatMap((role) => permissions[role] ?? ['requests.read']))].sort(),
    isDemo: state.isDemo,
    organisation: state.organisation,
  };
}

const setUpBody = () => ({
  isEmpty: state.isEmpty,
  isDemo: state.isDemo,
  organisation: state.organisation,
  demoUsers: state.isDemo ? state.accounts.filter((account) => account.isActive).map(({ userName, displayName, roles: [role] }) => ({ userName, displayName, role })) : [],
});

const body = async <Body>(request: Request): Promise<Body> => (await request.json()) as Body;

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/setup', ({ cookies }) => {
    if (cookies.mock === 'empty' && !state.isEmpty) {
      mock.empty();
    }
    return HttpResponse.json(setUpBody());
  }),
  http.post('*/api/setup', async ({ request }) => {
    const wish = await body<{ organisation: string; admin: { userName: string; displayName: string; password: string } }>(request);
    state.isEmpty = false;
    state.organisation = wish.organisation;
    state.accounts = [accountOf([wish.admin.userName, wish.admin.displayName, 'admin'], 0)];
    state.passwords.set(wish.admin.userName, wish.admin.password);
    return HttpResponse.json(setUpBody());
  }),
  http.post('*/api/setup/demo', () => {
    state = fresh();
    return HttpResponse.json(setUpBody());
  }),
  http.post('*/api/session', async ({ request }) => {
    const { userName, password, code } = await body<{ userName: string; password: string; code?: string }>(request);
    const account = state.accounts.find((candidate) => candidate.userName === userName && candidate.isActive);
    if (account === undefined || state.passwords.get(userName) !== password) {
      state.failures += 1;
      return state.failures > 4 ? problem(423, 'identity.locked', { args: { minutes: 5 } }) : problem(401, 'identity.wrong_credentials');
    }
    if (account.hasTwoFactor && code === undefined) {
      return problem(401, 'identity.code_needed');
    }
    if (account.hasTwoFactor && code !== mockCode) {
      return problem(401, 'identity.code_wrong');
    }
    state.signedIn = userName;
    return HttpResponse.json(meBody(account));
  }),
  http.delete('*/api/session', () => {
    state.signedIn = null;
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/me', () => {
    const account = me();
    return account === undefined ? problem(401, 'identity.sign_in_needed') : HttpResponse.json(meBody(account));
  }),
  http.put('*/api/me', async ({ request }) => {
    const account = me();
    if (account === undefined) {
      return problem(401, 'identity.sign_in_needed');
    }
    Object.assign(account, await body(request));
    return HttpResponse.json(meBody(account));
  }),
  http.put('*/api/me/password', async ({ request }) => {
    const { current, next } = await body<{ current: string; next: string }>(request);
    if (state.passwords.get(state.signedIn ?? '') !== current) {
      return problem(422, 'identity.password_wrong');
    }
    state.passwords.set(state.signedIn ?? '', next);
    return new HttpResponse(null, { status: 204 });
  }),
  http.post('*/api/me/two-factor', () => HttpResponse.json({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DP', uri: 'otpauth://totp/Santral:agent1?secret=JBSWY3DPEHPK3PXP', qrSvg: sampleQr() })),
  http.put('*/api/me/two-factor', async ({ request }) => {
    const account = me();
    if (account === undefined || (await body<{ code: string }>(request)).code !== mockCode) {
      return problem(422, 'identity.code_invalid');
    }
    account.hasTwoFactor = true;
    return HttpResponse.json({ recoveryCodes: ['9f3k-2mqa', 'p7xd-81vw', 'k2ne-55tz', 'd0qs-j4hr', '3bgm-x9cu', 'w6yf-0pla', 'r8hk-v2nd', 'z1te-6gqm', 'c5uo-b7xs', 'm4jw-e3fy'] });
  }),
  http.delete('*/api/me/two-factor', async ({ request }) => {
    const account = me();
    if (account === undefined || (await body<{ code: string }>(request)).code !== mockCode) {
      return problem(422, 'identity.code_invalid');
    }
    account.hasTwoFactor = false;
    return new HttpResponse(null, { status: 204 });
  }),
  http.post('*/api/me/desk-phone', async ({ request }) => {
    const account = me();
    if (account === undefined) {
      return problem(401, 'http.401');
    }
    account.hasDeskPhone = true;
    state.phones += 1;
    return HttpResponse.json({ user: account.userName, secret: `sekret${state.phones}${(await body<{ onlyMd5: boolean }>(request)).onlyMd5 ? '-md5' : ''}`, domain: 'localhost', port: 5060 });
  }),
  http.delete('*/api/me/desk-phone', () => {
    const account = me();
    if (account === undefined) {
      return problem(401, 'http.401');
    }
    account.hasDeskPhone = false;
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/me/sessions', () =>
    HttpResponse.json([
      { id: 's1', device: 'Chromium 156, Linux', address: '10.0.4.12', createdAt: '2026-11-21T08:02:00Z', lastSeenAt: '2026-11-21T14:31:00Z', isThis: true },
      { id: 's2', device: 'Firefox 149, Windows', address: '10.0.4.77', createdAt: '2026-11-19T07:55:00Z', lastSeenAt: '2026-11-20T16:12:00Z', isThis: false },
    ]),
  ),
  http.delete('*/api/me/sessions/:id', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/me/api-keys', () => HttpResponse.json(state.keys)),
  http.post('*/api/me/api-keys', async ({ request }) => {
    const { name, scopes } = await body<{ name: string; scopes: string[] }>(request);
    const apiKey = { id: `key-${state.keys.length + 1}`, name, prefix: 'stk_9Xb1', scopes, createdAt: '2026-11-21T14:35:00Z', lastUsedAt: null };
    state.keys = [apiKey, ...state.keys];
    return HttpResponse.json({ key: 'stk_9Xb1pQvT7mKc2RzW5yHd8LsN3aFg6JeU', apiKey }, { status: 201 });
  }),
  http.delete('*/api/me/api-keys/:id', ({ params }) => {
    state.keys = state.keys.filter((key) => key.id !== params.id);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/roles', () =>
    HttpResponse.json(roles.map((code) => ({ code, names: { tr: code, sv: code, en: code }, permissions: permissions[code] ?? [], isFixed: code === 'admin', version: 1 }))),
  ),
  http.get('*/api/users', () => HttpResponse.json(state.accounts)),
  http.post('*/api/users', async ({ request }) => {
    const wish = await body<{ userName: string; displayName: string; language: string; roles: string[]; password: string }>(request);
    if (state.accounts.some((account) => account.userName === wish.userName)) {
      return problem(409, 'identity.user_name_taken', { args: { userName: wish.userName } });
    }
    const account: Account = { ...accountOf([wish.userName, wish.displayName, 'agent'], 0), ...wish, id: `new-${state.accounts.length}`, hasTwoFactor: false, lastSeenAt: null };
    state.accounts = [...state.accounts, account];
    return HttpResponse.json(account, { status: 201 });
  }),
  http.put('*/api/users/:id', async ({ request, params }) => {
    const account = state.accounts.find((candidate) => candidate.id === params.id);
    if (account === undefined) {
      return problem(404, 'identity.user_unknown');
    }
    const wish = await body<Partial<Account>>(request);
    if (wish.version !== account.version) {
      return problem(409, 'record.changed_meanwhile');
    }
    Object.assign(account, wish, { version: account.version + 1 });
    return HttpResponse.json(account);
  }),
  http.delete('*/api/users/:id/two-factor', ({ params }) => {
    const account = state.accounts.find((candidate) => candidate.id === params.id);
    if (account !== undefined) {
      account.hasTwoFactor = false;
    }
    return new HttpResponse(null, { status: 204 });
  }),
];

// A picture that looks like a code; the real one comes from the server.
function sampleQr(): string {
  const cells = Array.from({ length: 29 * 29 }, (_, index) => {
    const [x, y] = [index % 29, Math.floor(index / 29)];
    const isCorner = (x < 7 && y < 7) || (x > 21 && y < 7) || (x < 7 && y > 21);
    const [cx, cy] = [x > 21 ? x - 22 : x, y > 21 ? y - 22 : y];
    const isDark = isCorner ? cx === 0 || cy === 0 || cx === 6 || cy === 6 || (cx > 1 && cx < 5 && cy > 1 && cy < 5) : (x * 7 + y * 13 + x * y) % 5 < 2;
    return isDark ? `M${x} ${y}h1v1h-1z` : '';
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 37 37"><path fill="#fff" d="M-4 -4h37v37h-37z"/><path d="${cells.join('')}"/></svg>`;
}
