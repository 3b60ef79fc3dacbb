import { PhoneOutgoing } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSnapshot } from '../../api/desk-types';
import { Panel } from '../../ui/layout/panel';
import { RunningTime } from '../../ui/phone/running-time';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';

export type DeskBandProps = { desk: DeskSnapshot; /** Requests of mine, today. */ resolved: number | undefined; announced: ReactNode; phone: ReactNode };

/** The band over the own work: my day, my queues with whom they promised to call, what was announced, my phone. An offered call may cover it. */
export function DeskBand({ desk, resolved, announced, phone }: DeskBandProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Panel title={t('desk.today')} flush>
        <div className="figures">
          <span>
            <b className="num">{format.number(desk.today.answered)}</b>
            {t('desk.answered')}
          </span>
          <span>
            <b className="num">{desk.today.answered === 0 ? '–' : format.clock(desk.today.averageTalkSeconds)}</b>
            {t('desk.average_talk')}
          </span>
          {resolved !== undefined && (
            <span>
              <b className="num">{format.number(resolved)}</b>
              {t('desk.resolved', { count: resolved })}
            </span>
          )}
        </div>
      </Panel>
      <Panel title={t('desk.my_queues')} flush>
        <TeamTable teams={desk.teams} />
      </Panel>
      <Panel title={t('desk.announced')} flush>
        {announced}
      </Panel>
      <Panel title={t('desk.my_phone')} flush>
        {phone}
      </Panel>
    </>
  );
}

function TeamTable({ teams }: { teams: DeskSnapshot['teams'] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  if (teams.length === 0) {
    return <p className="band-empty t2">{t('desk.no_teams')}</p>;
  }
  return (
    <div className="band-scroll" tabIndex={0} role="group" aria-label={t('desk.my_queues')}>
      <table className="queue-table">
        <thead>
          <tr>
            <th scope="col">{t('desk.team')}</th>
            <th scope="col">{t('desk.waiting')}</th>
            <th scope="col">{t('desk.longest')}</th>
            <th scope="col">{t('desk.agents_ready')}</th>
            <th scope="col">{t('desk.agents_talking')}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.teamId}>
              <th scope="row" className="cut">
                {names(team.names)}
                {team.promised > 0 && (
                  <span className="queue-promised">
                    <PhoneOutgoing className="i s" aria-hidden="true" />
                    {t('desk.promised', { count: team.promised, time: team.promisedSince == null ? '–' : format.time(team.promisedSince) })}
                  </span>
                )}
              </th>
              <td className="num">{format.number(team.waiting)}</td>
              <td className="num">{team.longestWaitSince == null ? '–' : <RunningTime since={Date.parse(team.longestWaitSince)} />}</td>
              <td className="num">{format.number(team.agentsReady)}</td>
              <td className="num">{format.number(team.agentsTalking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
