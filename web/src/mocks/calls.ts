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

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/calls', () => HttpResponse.json({ items: calls, next: null, total: null })),
  http.get('*/api/calls/:id', ({ params }) => {
    const call = must(calls.find((one) => one.id === params.id) ?? calls[1]);
    const step = { menu: 'main', key: '1', label: { tr: 'Teknik sorun', sv: 'Tekniskt fel', en: 'Technical problem' }, at: call.arrivedAt };
    return HttpResponse.json({
      call,
      menuPath: [step],
      ledger: [],
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
