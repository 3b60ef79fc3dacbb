import { http, HttpResponse, type RequestHandler } from 'msw';
import type { DeskCall, DeskSnapshot, DispositionChoice } from '../api/desk-types';
import { customers } from './customers';
import { must } from './problem';

const three = (tr: string, sv: string, en: string) => ({ tr, sv, en });
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const ahead = (seconds: number): string => ago(-seconds);

export const team = { id: '0198d000-0000-7000-8000-000000000001', code: 'technical_support', names: three('Teknik Destek', 'Teknisk support', 'Technical Support'), unit: 'internet' };
const second = { id: '0198d000-0000-7000-8000-000000000002', code: 'advanced_support', names: three('İleri Destek', 'Avancerad support', 'Advanced Support'), unit: 'internet' };

/** A call as the desk gets it; tests and pictures change what they look at. */
export function deskCall(change: Partial<DeskCall> = {}): DeskCall {
  return {
    callId: '0198c000-0000-7000-8000-000000000001',
    state: 'offered',
    unit: 'internet',
    calledNumber: '+908502220000',
    callingNumber: '+905321112233',
    class: 'knownIndividual',
    customer: must(customers[0]),
    candidates: [],
    language: 'tr',
    menuPath: [
      { menu: 'main', key: '1', label: three('Teknik sorun', 'Tekniskt fel', 'Technical problem'), at: ago(52) },
      { menu: 'technical', key: '2', label: three('Bağlantı kopuyor', 'Anslutningen bryts', 'Connection drops'), at: ago(44) },
    ],
    team,
    waitedSeconds: 38,
    arrivedAt: ago(70),
    ringsUntil: ahead(14),
    connectedAt: null,
    endedAt: null,
    muted: false,
    unverified: false,
    verification: { wrongPairs: 0, wrongAllowed: 2, verifiedAt: null, steps: [] },
    endReason: null,
    sentBy: null,
    finding: null,
    consult: null,
    outbound: null,
    recording: null,
    supervisor: null,
    ...change,
  };
}

export function deskSnapshot(change: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    presence: { state: 'available', activity: 'idle', reason: null, since: ago(761), activitySince: ago(761), wrapUpUntil: null },
    phone: { kind: 'browser' },
    call: null,
    teams: [
      { teamId: team.id, code: team.code, names: team.names, unit: 'internet', waiting: 4, longestWaitSince: ago(72), serviceLevelPercent: 86, agentsReady: 3, agentsTalking: 5, promised: 0, promisedSince: null },
      { teamId: second.id, code: second.code, names: second.names, unit: 'internet', waiting: 3, longestWaitSince: ago(220), serviceLevelPercent: 64, agentsReady: 0, agentsTalking: 2, promised: 0, promisedSince: null },
    ],
    today: { answered: 21, averageTalkSeconds: 246 },
    callback: null,
    ...change,
  };
}

/** The desk in the moment that the cookie `desk` names: for pictures, which cannot wait for a call. */
function deskOf(moment: string | undefined): DeskSnapshot {
  const presence = deskSnapshot().presence;
  switch (moment) {
    case 'offered':
      return deskSnapshot({ presence: { ...presence, activity: 'offered', activitySince: ago(6) }, call: deskCall() });
    case 'unidentified':
      return deskSnapshot({ presence: { ...presence, activity: 'offered', activitySince: ago(6) }, call: deskCall({ class: 'unidentified', customer: null, candidates: [customers[0], customers[1]].flatMap((one) => one ?? []), unverified: true }) });
    case 'talking':
      return deskSnapshot({ presence: { ...presence, activity: 'talking', activitySince: ago(252) }, call: deskCall({ state: 'talking', ringsUntil: null, connectedAt: ago(252) }) });
    case 'wrap-up':
      return deskSnapshot({ presence: { ...presence, activity: 'wrapUp', activitySince: ago(22), wrapUpUntil: ahead(38) }, call: deskCall({ state: 'ended', ringsUntil: null, connectedAt: ago(320), endedAt: ago(22) }) });
    case 'offline':
      return deskSnapshot({ presence: { ...presence, state: 'offline' }, phone: { kind: 'none' }, today: { answered: 0, averageTalkSeconds: 0 } });
    default:
      return deskSnapshot();
  }
}

/** What the team of every call offers. */
export const dispositions: DispositionChoice[] = [
  { id: '0198f000-0000-7000-8000-00000000d001', code: 'resolved', names: { tr: 'Çözüldü', sv: 'Löst', en: 'Resolved' }, outcome: 'resolved' },
  { id: '0198f000-0000-7000-8000-00000000d002', code: 'follow_up', names: { tr: 'Takip edilecek', sv: 'Följs upp', en: 'Follow up' }, outcome: 'followUp' },
  { id: '0198f000-0000-7000-8000-00000000d003', code: 'no_action', names: { tr: 'İşlem gerekmedi', sv: 'Ingen åtgärd', en: 'No action' }, outcome: 'noAction' },
  { id: '0198f000-0000-7000-8000-00000000d004', code: 'sale', names: { tr: 'Satış yapıldı', sv: 'Såld', en: 'Sale made' }, outcome: 'resolved' },
  { id: '0198f000-0000-7000-8000-00000000d005', code: 'wrong_number', names: { tr: 'Yanlış numara', sv: 'Fel nummer', en: 'Wrong number' }, outcome: 'noAction' },
];

const done = (): HttpResponse<null> => new HttpResponse(null, { status: 204 });

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/desk', ({ cookies }) => HttpResponse.json(deskOf(cookies.desk))),
  http.put('*/api/desk/presence', async ({ request }) => {
    const { state, reason } = (await request.json()) as { state: 'available'; reason?: string };
    return HttpResponse.json({ ...deskSnapshot().presence, state, reason: reason ?? null, since: ago(0) });
  }),
  http.post('*/api/desk/wrap-up/:act', () => HttpResponse.json(deskSnapshot().presence)),
  http.get('*/api/desk/wrap-up/dispositions', () => HttpResponse.json(dispositions)),
  http.put('*/api/desk/wrap-up/disposition', done),
  http.post('*/api/calls/:id/:command', done),
];
