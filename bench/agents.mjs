// node bench/agents.mjs ADDRESS COUNT make|ready: COUNT agents of a team that is always recorded, their desk phones (printed as SIPp's file), and a number, 177, that leads to them.
const [address, count, act] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
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
  console.log('SEQUENTIAL');
  for (let index = 1; index <= count; index++) {
    const phone = await (await person(nameOf(index), password))('POST', '/api/me/desk-phone');
    console.log(`${phone.user};[authentication username=${phone.user} password=${phone.secret}]`);
  }
} else {
  for (let index = 1; index <= count; index++) {
    await (await person(nameOf(index), password))('PUT', '/api/desk/presence', { state: 'available' });
  }
}
