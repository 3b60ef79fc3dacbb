import { CircleCheck, CircleOff, CirclePause, PhoneOutgoing, TriangleAlert } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import { classes } from '../../../ui/classes';
import { MenuButton, type MenuEntry } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { WallboardAgent, WallboardTeam } from '../types';
import { agentLooks, isLong, lookOf, type AgentLook } from './level';
import { useSetAgentPresence } from './use-wallboard';

const reasons = ['break', 'lunch', 'meeting', 'training', 'paperwork', 'other'] as const;

/** Who is there, in what, since when; whoever has the right sets another's presence here. */
export function AgentGrid({ agents, teams, now, callbacks }: { agents: readonly WallboardAgent[]; teams: readonly WallboardTeam[]; now: number; /** Promises that stand in the queues. */ callbacks: number }): ReactElement {
  const { t } = useTranslation();
  const ordered = useMemo(
    () => [...agents].sort((one, other) => agentLooks.indexOf(lookOf(one)) - agentLooks.indexOf(lookOf(other)) || one.name.localeCompare(other.name)),
    [agents],
  );
  const counts = agentLooks.map((look) => ({ look, count: agents.filter((agent) => lookOf(agent) === look).length })).filter(({ look, count }) => count > 0 || look === 'ready' || look === 'talking');

  return (
    <section className="agents" aria-label={t('supervision.agents')}>
      <ul className="agent-sum">
        {counts.map(({ look, count }) => (
          <li key={look}>
            <i className={classes('look-mark', look)} aria-hidden="true" />
            {t(`supervision.look.${look}`)} <b className="num">{count}</b>
          </li>
        ))}
        <li className="end">
          <PhoneOutgoing className="i" aria-hidden="true" />
          {t('supervision.callbacks')} <b className="num">{callbacks}</b>
        </li>
      </ul>
      {agents.length === 0 ? (
        <p className="t2 agents-none">{t('supervision.no_agents')}</p>
      ) : (
        <ul className="agent-cells">
          {ordered.map((agent) => (
            <li key={agent.userId}>
              <AgentCell agent={agent} teams={teams} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useWordOf(): (agent: WallboardAgent, look: AgentLook) => string {
  const { t } = useTranslation();
  return (agent, look) => (look === 'away' && agent.reason != null ? t(`queues.reason.${agent.reason}`) : t(`supervision.look.${look}`));
}

function AgentCell({ agent, teams, now }: { agent: WallboardAgent; teams: readonly WallboardTeam[]; now: number }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const maySet = useCan('queues.agents');
  const wordOf = useWordOf();
  const look = lookOf(agent);
  const word = wordOf(agent, look);
  const long = isLong(agent, now);
  const since = Math.max(0, (now - Date.parse(agent.since)) / 1000);
  const team = teams.find((one) => one.teamId === (agent.callTeam ?? agent.teams[0]));
  const body = (
    <>
      <i className={look} aria-hidden="true" />
      <span className="agent-name">
        <span className="cut md">{agent.name}</span>
        <span className="cut agent-word">
          {word}
          {team !== undefined && ` · ${names(team.names)}`}
        </span>
      </span>
      <span className="num agent-since">
        {long && <TriangleAlert className="i s" aria-hidden="true" />}
        {long && <span className="sr">{t('supervision.long')} </span>}
        {format.clock(since)}
      </span>
    </>
  );
  const title = `${agent.name}: ${word}, ${t('supervision.since', { time: format.time(agent.since) })}${long ? `, ${t('supervision.long')}` : ''}`;
  return maySet ? (
    <PresenceOf agent={agent}>{(props) => <button {...props} type="button" className={classes('agent', long && 'long')} title={title}>{body}</button>}</PresenceOf>
  ) : (
    <div className={classes('agent', long && 'long')} title={title}>
      {body}
    </div>
  );
}

type ButtonProps = Parameters<Parameters<typeof MenuButton>[0]['children']>[0];

function PresenceOf({ agent, children }: { agent: WallboardAgent; children: (props: ButtonProps) => ReactElement }): ReactElement {
  const { t } = useTranslation();
  const set = useSetAgentPresence();
  const text = useRefusalText();
  const entries: MenuEntry[] = [
    {
      kind: 'head',
      label: (
        <>
          <b>{agent.name}</b>
          {t('supervision.set_presence_hint')}
        </>
      ),
    },
    entry('available'),
    { kind: 'line' },
    ...reasons.map((reason) => entry('away', reason)),
    { kind: 'line' },
    entry('offline'),
  ];

  function entry(state: WallboardAgent['presence'], reason?: string): MenuEntry {
    const word = reason === undefined ? t(`queues.presence.${state}`) : `${t('queues.presence.away')}: ${t(`queues.reason.${reason}`)}`;
    return {
      label: state === 'offline' ? t('supervision.sign_out') : word,
      icon: state === 'available' ? CircleCheck : state === 'away' ? CirclePause : CircleOff,
      checked: agent.presence === state && (agent.reason ?? undefined) === reason,
      run: () =>
        set.mutate(
          { userId: agent.userId, state, ...(reason === undefined ? {} : { reason }) },
          {
            onSuccess: () => toast({ title: t('supervision.presence_set', { name: agent.name, state: word }) }),
            onError: (error) => toast({ kind: 'error', title: text(error) }),
          },
        ),
    };
  }

  return (
    <MenuButton label={t('supervision.presence_of', { name: agent.name })} entries={entries}>
      {children}
    </MenuButton>
  );
}
