import { http, HttpResponse, type RequestHandler } from 'msw';
import { customers } from './customers';
import { team } from './desk';
import { must } from './problem';

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const reasons = ['callerHungUp', 'agentHungUp', 'flowEnded', 'verificationFailed', 'closed', 'noAgent'];

const calls = Array.from({ length: 30 }, (_, index) => {
  const isTalked = index % 3 !== 2;
  const customer = index % 4 === 3 ? null : customers[index % customers.length];
  return {
    id: `0198c000-0000-7000-8000-0000000000${String(index + 10)}`,
    unit: 'internet',
    calledNumber: '+908502220000',
    callingNumber: index % 7 === 6 ? null : `+90532111${String(2233 + index)}`,
    class: customer == null ? 'unidentified' : 'knownIndividual',
    customer: customer == null ? null : { id: customer.id, name: customer.name },
    agent: isTalked ? { id: 'a', name: 'Faruk Demir' } : null,
    team: isTalked ? { code: team.code, names: team.names } : null,
    arrivedAt: minutesAgo(index * 17 + 2),
    connectedAt: isTalked ? minutesAgo(index * 17 + 1) : null,
    endedAt: index === 0 ? null : minutesAgo(index * 17),
    waitedSeconds: 12 + index * 3,
    talkedSeconds: isTalked ? 90 + index * 11 : 0,
    outcome: null,
    endReason: index === 0 ? null : reasons[index % reasons.length],
  };
});

let live = [
  { id: '0198c000-0000-7000-8000-000000000010', unit: 'internet', callingNumber: '+905321112233', class: 'knownIndividual', customer: { id: 'c', name: 'Elif Yılmaz' }, agent: { id: 'a', name: 'Faruk Demir' }, team: { code: team.code, names: team.names }, state: 'talking', since: minutesAgo(2), recording: 'running', mode: null as string | null, attendedBy: null as string | null },
];
let rules = [{ teamId: 't1', code: team.code, names: team.names, unit: 'internet', policy: 'byAgent', keepDays: 90, showsListening: false, version: 1 }];

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/calls', () => HttpResponse.json({ items: calls, next: null, total: null })),
  http.get('*/api/calls/live', () => HttpResponse.json(live)),
  http.post('*/api/calls/:id/attend', async ({ params, request }) => {
    const { mode } = (await request.json()) as { mode: string };
    live = live.map((call) => (call.id === params.id ? { ...call, mode } : call));
    return new HttpResponse(null, { status: 204 });
  }),
  http.post('*/api/calls/:id/attend/end', ({ params }) => {
    live = live.map((call) => (call.id === params.id ? { ...call, mode: null } : call));
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/calls/recording-rules', () => HttpResponse.json(rules)),
  http.put('*/api/calls/recording-rules/:team', async ({ params, request }) => {
    const change = (await request.json()) as Record<string, unknown>;
    rules = rules.map((rule) => (rule.teamId === params.team ? { ...rule, ...change, version: rule.version + 1 } : rule));
    return HttpResponse.json(rules.find((rule) => rule.teamId === params.team));
  }),
  http.get('*/api/calls/:id', ({ params }) => {
    const call = must(calls.find((one) => one.id === params.id) ?? calls[1]);
    const step = { menu: 'main', key: '1', label: { tr: 'Teknik sorun', sv: 'Tekniskt fel', en: 'Technical problem' }, at: call.arrivedAt };
    return HttpResponse.json({
      call,
      menuPath: [step],
      ledger: [],
      recordings: [{ id: '0198d000-0000-7000-8000-000000000001', callId: call.id, kind: 'conversation', state: 'kept', agent: 'a', startedAt: call.arrivedAt, seconds: 74, bytes: 1_184_058, sha256: 'a3'.repeat(32), gone: null, mayHear: true }],
      segments: ['selfService', 'waiting', 'ringing', 'talk'].map((kind, index) => ({ kind, from: new Date(Date.parse(call.arrivedAt) + index * 9000).toISOString(), to: new Date(Date.parse(call.arrivedAt) + (index + 1) * 9000).toISOString(), agent: kind === 'talk' ? call.agent : null, team: null })),
      events: ['arrived', 'answered', 'menu', 'queued', 'offered', 'connected', 'ended'].map((kind, index) => ({
        at: new Date(Date.parse(call.arrivedAt) + index * 9000).toISOString(),
        kind,
        agent: kind === 'offered' || kind === 'connected' ? call.agent : null,
        team: kind === 'queued' ? team.code : null,
        step: kind === 'menu' ? step : null,
      })),
    });
  }),
];
