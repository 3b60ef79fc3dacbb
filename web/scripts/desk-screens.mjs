// The agent's screens and the demo phone, with a hub that only answers: the pictures need news that stands still.
const end = '\u001e';

async function hub(page, path, answers = {}, news = []) {
  await page.route(`**${path}/negotiate**`, (route) =>
    route.fulfill({ json: { negotiateVersion: 1, connectionId: 'c', connectionToken: 't', availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }] } }),
  );
  await page.routeWebSocket(new RegExp(path), (socket) => {
    socket.onMessage((message) => {
      for (const text of String(message).split(end).filter(Boolean)) {
        const call = JSON.parse(text);
        if (call.protocol !== undefined) {
          socket.send(`{}${end}`);
        } else if (call.type === 1 && call.invocationId !== undefined) {
          socket.send(`${JSON.stringify({ type: 3, invocationId: call.invocationId, result: answers[call.target] ?? null })}${end}`);
          if (call.target === 'Dial') {
            news.forEach(([target, argument]) => socket.send(`${JSON.stringify({ type: 1, target, arguments: [argument] })}${end}`));
          }
        }
      }
    });
  });
}

const at = (userName, cookies = {}) => async (page, base, look) => {
  const headers = { 'X-Requested-With': 'santral' };
  await page.request.post(`${base}/api/session`, { data: { userName, password: 'demo' }, headers });
  await page.request.put(`${base}/api/me`, { data: { language: look.language, theme: look.theme }, headers });
  await page.context().clearCookies();
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: base })));
  await hub(page, '/hubs/agent');
};

const moment = (second) => new Date(Date.UTC(2026, 10, 22, 9, 0, second)).toISOString();
const heard = [
  ['phone', { state: 'ringing' }],
  ['phone', { state: 'connected' }],
  ['heard', { at: moment(1), kind: 'stage', text: '', stage: 'greeting' }],
  ['heard', { at: moment(1), kind: 'said', text: 'Görüşmeniz kayıt altına alınır.' }],
  ['heard', { at: moment(4), kind: 'stage', text: '', stage: 'menu' }],
  ['heard', { at: moment(4), kind: 'said', text: 'Santral’a hoş geldiniz.', options: [['1', 'Teknik sorun'], ['3', 'Genel bilgi ve işlem'], ['4', 'Müşteri olmak istiyorum'], ['5', 'Kurumsal müşteriyim']].map(([key, text]) => ({ key, text })) }],
  ['heard', { at: moment(19), kind: 'key', text: '5' }],
  ['heard', { at: moment(21), kind: 'stage', text: '', stage: 'verification' }],
  ['heard', { at: moment(21), kind: 'said', text: 'Müşteri numaranızı ve kareyi tuşlayın.' }],
  ...[...'••••••#'].map((text) => ['heard', { at: moment(33), kind: 'key', text }]),
  ['heard', { at: moment(46), kind: 'said', text: 'Şimdi hizmet şifrenizi ve kareyi tuşlayın. Kurumsal müşteri değilseniz yıldıza basın.' }],
];
const telephone = async (page) => {
  await hub(
    page,
    '/hubs/demo-phone',
    {
      Callers: [
        { number: '+905321112233', name: 'Elif Yılmaz', kind: 'individual', hint: 'Bireysel, numarası kayıtlı' },
        { number: '+902123334455', name: 'Ege Lojistik A.Ş.', kind: 'corporate', hint: 'Kurumsal, şifre ister' },
        { number: '+905559990011', name: 'Yeni biri', kind: 'new', hint: 'Henüz müşteri değil' },
        { number: null, name: 'Gizli numara', kind: 'withheld', hint: 'Kim olduğu bilinmez' },
      ],
      Numbers: [
        { number: '+908502220000', short: '100', name: 'İnternet' },
        { number: '+46101234567', short: '300', name: 'Belediye' },
      ],
      Dial: { callId: 'c', sdpAnswer: '' },
    },
    heard,
  );
};

const first = '0198f000-0000-7000-8000-000000000000';

export const deskScreens = [
  { name: 'desk-idle', path: '/desk', before: at('agent1') },
  { name: 'desk-offline', path: '/desk', before: at('agent1', { desk: 'offline' }) },
  { name: 'desk-offered', path: '/desk', before: at('agent1', { desk: 'offered' }) },
  { name: 'desk-unidentified', path: '/desk', before: at('agent1', { desk: 'unidentified' }) },
  { name: 'desk-talking', path: '/desk', before: at('agent1', { desk: 'talking' }) },
  { name: 'desk-talking-empty', path: '/desk', before: at('agent1', { desk: 'talking', request: 'none' }) },
  { name: 'desk-wrap-up', path: '/desk', before: at('agent1', { desk: 'wrap-up' }) },
  {
    name: 'desk-presence',
    path: '/desk',
    before: at('agent1'),
    act: async (page) => {
      await page.locator('button[aria-haspopup="menu"].pstate').click();
    },
  },
  { name: 'requests', path: '/requests', before: at('agent1') },
  {
    name: 'requests-preview',
    path: `/requests?owner=me&stage=open&view=v-mine&at=${first}`,
    before: at('agent1'),
    act: async (page) => {
      const boxes = page.locator('tbody input[type="checkbox"]');
      await boxes.nth(1).check({ force: true });
      await boxes.nth(2).check({ force: true });
    },
  },
  { name: 'request', path: `/requests/${first}`, before: at('agent1') },
  { name: 'customers', path: '/customers', before: at('agent1') },
  { name: 'customer', path: '/customers/0198e000-0000-7000-8000-000000000002', before: at('agent1') },
  { name: 'calls', path: '/calls', before: at('agent1') },
  { name: 'call', path: '/calls/0198c000-0000-7000-8000-000000000011', before: at('agent1') },
  { name: 'demo-phone', path: '/demo/phone', before: telephone },
  {
    name: 'demo-phone-call',
    path: '/demo/phone',
    before: telephone,
    act: async (page) => {
      await page.locator('.device-call').click();
      await page.locator('.hearing-said').first().waitFor();
    },
  },
];
