import { http, HttpResponse, type RequestHandler } from 'msw';
import type { components } from '../api/schema';
import { dispositions } from './desk';

type Schemas = components['schemas'];
type Board = Schemas['Wallboard'];
type Team = Schemas['WallboardTeam'];
type Agent = Schemas['WallboardAgent'];
type Figures = Schemas['QueueFigures'];
type Settings = Schemas['SetUpTeamResponse'];

const three = (tr: string, sv: string, en: string) => ({ tr, sv, en });
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const id = (number: number): string => `0198d000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;

export function boardFigures(change: Partial<Figures> = {}): Figures {
  return {
    since: ago(1020), offered: 42, cameByOverflow: 0, answered: 38, answeredInTime: 34, abandoned: 2, shortAbandoned: 1, timedOut: 0, noAgents: 0, overflowed: 0, closed: 0, calledBack: 0, cutOff: 0, waiting: 1,
    serviceLevelPercent: 85, abandonedPercent: 4.9, averageAnswerSeconds: 14, longestWaitSeconds: 92, handled: 36, averageHandlingSeconds: 254, rings: 40, ringsMissed: 2, nonResponsePercent: 5, occupancyPercent: 81.3,
    ...change,
  };
}

export function boardTeam(change: Partial<Team> = {}): Team {
  return {
    teamId: id(1), code: 'technical_support', names: three('Teknik Destek', 'Teknisk support', 'Technical Support'), unit: 'internet', waiting: 4, longestWaitSince: ago(32), agentsReady: 1, agentsTalking: 2, agentsSignedIn: 4, isOpen: true,
    promise: { withinSeconds: 20, percent: 80, shortAbandonSeconds: 5, warningSeconds: 60, alarmSeconds: 180 },
    halfHour: boardFigures(),
    today: boardFigures({ offered: 420, answered: 399, abandoned: 12, shortAbandoned: 5, waiting: 4 }),
    ...change,
  };
}

export function boardAgent(change: Partial<Agent> = {}): Agent {
  return { userId: id(50), name: 'Faruk Demir', teams: [id(1)], presence: 'available', activity: 'idle', reason: null, since: ago(35), callTeam: null, wrapUpUntil: null, phoneThere: true, ...change };
}

export function board(change: Partial<Board> = {}): Board {
  return {
    at: ago(0),
    teams: [
      boardTeam(),
      boardTeam({ teamId: id(2), code: 'advanced_support', names: three('İleri Destek', 'Avancerad support', 'Advanced Support'), waiting: 7, longestWaitSince: ago(220), agentsReady: 0, halfHour: boardFigures({ serviceLevelPercent: 58, abandoned: 5, answered: 12, answeredInTime: 10 }) }),
      boardTeam({ teamId: id(3), code: 'citizen_services', names: three('Yurttaş Hizmetleri', 'Medborgarservice', 'Citizen Services'), unit: 'municipal', waiting: 0, longestWaitSince: null, halfHour: boardFigures({ serviceLevelPercent: 76 }) }),
    ],
    agents: [
      boardAgent(),
      boardAgent({ userId: id(51), name: 'Şükrü Gündüz', activity: 'talking', since: ago(751), callTeam: id(1) }),
      boardAgent({ userId: id(52), name: 'Derya Ğaffar', presence: 'away', reason: 'lunch', since: ago(1075) }),
      boardAgent({ userId: id(53), name: 'Pär Svensson', activity: 'wrapUp', since: ago(41), teams: [id(3)], callTeam: id(3) }),
    ],
    callbacks: [{ id: id(60), teamId: id(1), number: '+905321112233', placeAt: ago(400), promisedAt: ago(300) }],
    ...change,
  };
}

export function teamSettings(change: Partial<Settings> = {}): Settings {
  return {
    id: id(1), code: 'technical_support', names: three('Teknik Destek', 'Teknisk support', 'Technical Support'), unit: 'internet', ringSeconds: 20, wrapUpSeconds: 30, maxWaitSeconds: 1800, acceptsWithoutAgents: true, timeZone: 'Europe/Istanbul',
    promise: { withinSeconds: 20, percent: 80, shortAbandonSeconds: 5, warningSeconds: 60, alarmSeconds: 180 },
    routing: { headStartSeconds: 0, overflowTo: null, overflowAfterSeconds: 0, lastAgentDays: 0, lastAgentWaitSeconds: 15, matchesLanguage: false, relaxSkillsSeconds: 60, endsAtClosing: false, keepPlaceSeconds: 60 },
    speech: { everySeconds: 0, position: false, wait: false, offersCallback: false },
    members: [{ userId: id(50), priority: 0, skills: '' }],
    openingHours: [{ day: 'monday', opens: 540, closes: 1080 }],
    dispositions: [],
    version: 1,
    ...change,
  };
}

const summaries = board().teams.map(({ teamId, code, names, unit }) => ({ id: teamId, code, names, unit }));

export const handlers: readonly RequestHandler[] = [
  http.get('*/api/people', () => HttpResponse.json([{ id: id(50), displayName: 'Faruk Demir', isActive: true }, { id: id(54), displayName: 'Merve Aydın', isActive: true }])),
  http.get('*/api/queues/wallboard', () => HttpResponse.json(board())),
  http.put('*/api/queues/agents/:id/presence', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/queues/reports/teams', () => HttpResponse.json(summaries)),
  http.get('*/api/queues/reports/queues', () =>
    HttpResponse.json({ by: 'team', rows: summaries.slice(0, 2).map((team, index) => ({ period: null, team, figures: boardFigures(index === 0 ? {} : { offered: 3, answered: 2, answeredInTime: 2, abandoned: 0, shortAbandoned: 0, waiting: 0, timedOut: 1, cameByOverflow: 1 }) })), total: boardFigures({ offered: 45, cameByOverflow: 1, answered: 40, timedOut: 1 }) }),
  ),
  http.get('*/api/queues/reports/agents', () =>
    HttpResponse.json([
      {
        userId: id(50), name: 'Faruk Demir', day: null, handled: 21, talkSeconds: 5040, wrapUpSeconds: 420, averageHandlingSeconds: 260, rings: 23, ringsAnswered: 21, ringsMissed: 1, ringsRejected: 1, signedInSeconds: 28_800, readySeconds: 18_000,
        ringingSeconds: 200, inTalkSeconds: 5040, inWrapUpSeconds: 420, awaySeconds: 5140, awayByReason: [{ reason: 'lunch', seconds: 3600 }, { reason: '', seconds: 1540 }], occupancyPercent: 23.3, utilisationPercent: 82.2,
      },
    ]),
  ),
  http.get('*/api/queues/staffing', () =>
    HttpResponse.json({
      weekBegins: '2026-11-23', minutes: 30, percent: 80, withinSeconds: 20, handlingSeconds: 240, patienceSeconds: null, calls: 100,
      intervals: [
        { day: 0, minute: 600, calls: 50, handlingSeconds: 240, load: 6.67, agents: 10, scheduled: 15, serviceLevelPercent: 86.8, waitPercent: 17.5, averageWaitSeconds: 12.6, occupancyPercent: 66.7, abandonPercent: 0 },
        { day: 2, minute: 630, calls: 12, handlingSeconds: 240, load: 1.6, agents: 4, scheduled: 6, serviceLevelPercent: 93, waitPercent: 9, averageWaitSeconds: 5, occupancyPercent: 40, abandonPercent: 0 },
      ],
    }),
  ),
  http.get('*/api/queues/dispositions', () => HttpResponse.json(dispositions)),
  http.get('*/api/queues/teams', () => HttpResponse.json([teamSettings(), teamSettings({ id: id(2), code: 'advanced_support', names: three('İleri Destek', 'Avancerad support', 'Advanced Support'), members: [] })])),
  http.put('*/api/queues/teams/:id', async ({ request }) => {
    const team = (await request.json()) as Settings;
    return HttpResponse.json({ ...team, version: team.version + 1 });
  }),
];
