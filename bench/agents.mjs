// node bench/agents.mjs ADDRESS COUNT make|ready BROWSERS: COUNT agents of a team that is always recorded, their desk phones (`user;secret` on a line), and a number, 177, that leads to them.
// The first BROWSERS of them have the phones of their browsers and are made ready by whoever holds those.
// node bench/agents.mjs HOST:PORT LOCALPORT register FILE: registers the phones of a file from one port; SIPp itself knows no SHA-256 and takes the first challenge it sees.
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';

const [address, count, act] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const browsers = Number(process.argv[5] ?? 0);
const nameOf = (index) => `bench${String(index).padStart(3, '0')}`;

async function person(userName, password) {
  const headers = { 'X-Requested-With': 'santral', 'Content-Type': 'application/json' };
  const ask = async (method, path, body) => {
    const answer = await fetch(address + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
    if (cookie !== '') {
      headers.Cookie = cookie;
    }
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  };
  await ask('POST', '/api/session', { userName, password });
  return ask;
}

const password = 'Conversations-2026';
if (act === 'make') {
  const admin = await person('admin', 'demo');
  const users = [];
  for (let index = 1; index <= count; index++) {
    users.push(await admin('POST', '/api/users', { userName: nameOf(index), displayName: nameOf(index), language: 'en', roles: ['agent'], password }));
  }
  const team = (await admin('GET', '/api/queues/teams')).find((one) => one.code === 'corporate_services');
  await admin('PUT', `/api/queues/teams/${team.id}`, { ...team, wrapUpSeconds: 0, members: users.map((user) => ({ userId: user.id, priority: 0, skills: '' })) });
  const rule = (await admin('GET', '/api/calls/recording-rules')).find((one) => one.code === team.code);
  await admin('PUT', `/api/calls/recording-rules/${rule.teamId}`, { version: rule.version, policy: 'always', keepDays: 1, showsListening: false });
  await admin('POST', '/api/ivr/flows', { code: 'bench', names: { tr: 'Ölçüm', sv: 'Mätning', en: 'Bench' }, unit: team.unit, team: team.code, numbers: ['177'] });
  for (let index = browsers + 1; index <= count; index++) {
    const phone = await (await person(nameOf(index), password))('POST', '/api/me/desk-phone');
    console.log(`${phone.user};${phone.secret}`);
  }
} else if (act === 'register') {
  const [host, port] = address.split(':');
  const md5 = (text) => createHash('md5').update(text).digest('hex');
  const socket = createSocket('udp4');
  await new Promise((done) => socket.bind(count, host, done));
  const answers = new Map();
  socket.on('message', (bytes) => {
    const text = bytes.toString();
    answers.get(`${/^Call-ID: *(.*)$/im.exec(text)?.[1]} ${/^CSeq: *(\d+)/im.exec(text)?.[1]}`)?.(text);
  });
  const ask = (user, number, proof) =>
    new Promise((done) => {
      const id = `register-${user}`;
      answers.set(`${id} ${number}`, done);
      socket.send(
        [`REGISTER sip:${address} SIP/2.0`, `Via: SIP/2.0/UDP ${host}:${count};rport;branch=z9hG4bK-${user}-${number}`, 'Max-Forwards: 70', `From: <sip:${user}@${host}>;tag=${user}`, `To: <sip:${user}@${host}>`, `Call-ID: ${id}`, `CSeq: ${number} REGISTER`, `Contact: <sip:${user}@${host}:${count}>;expires=3600`, ...proof, 'Content-Length: 0', '', ''].join('\r\n'),
        Number(port),
        host,
      );
    });
  for (const [user, secret] of readFileSync(process.argv[5], 'utf8').trim().split('\n').map((line) => line.split(';'))) {
    const asked = /^WWW-Authenticate: *(Digest .*MD5.*)$/im.exec(await ask(user, 1, []))?.[1] ?? '';
    const [realm, nonce] = ['realm', 'nonce'].map((name) => new RegExp(`${name}="([^"]*)"`).exec(asked)?.[1]);
    const response = md5(`${md5(`${user}:${realm}:${secret}`)}:${nonce}:00000001:c:auth:${md5(`REGISTER:sip:${address}`)}`);
    const answer = await ask(user, 2, [`Authorization: Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="sip:${address}", response="${response}", algorithm=MD5, qop=auth, nc=00000001, cnonce="c"`]);
    if (!answer.startsWith('SIP/2.0 200')) {
      throw new Error(`${user}: ${answer.split('\r\n')[0]}`);
    }
  }
  socket.close();
} else {
  for (let index = browsers + 1; index <= count; index++) {
    await (await person(nameOf(index), password))('PUT', '/api/desk/presence', { state: 'available' });
  }
}
