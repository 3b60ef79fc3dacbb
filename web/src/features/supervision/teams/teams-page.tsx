import { UsersRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { classes } from '../../../ui/classes';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { TeamForm } from './team-form';
import { useTeams } from './use-teams';
import './teams.css';

/** The teams and how each routes its callers. */
export function TeamsPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const units = useUnits();
  const teams = useTeams();
  const [search, setSearch] = useSearchParams();
  usePageTitle(t('supervision.teams'));
  const all = teams.data ?? [];
  const chosen = all.find((team) => team.id === search.get('id')) ?? all[0];
  const unitName = (code: string): string => {
    const unit = units.find((one) => one.code === code);
    return unit === undefined ? code : names(unit.names);
  };

  return (
    <div className="teams">
      <div className="teams-head">
        <PageHead title={t('supervision.teams')} {...(teams.data === undefined ? {} : { note: t('supervision.teams_count', { count: all.length }) })} />
        <RefusalNotice error={teams.error} />
      </div>
      {teams.data === undefined ? (
        teams.error === null && <Skeleton lines={8} />
      ) : chosen === undefined ? (
        <EmptyState icon={UsersRound} title={t('supervision.no_teams')} />
      ) : (
        <div className="teams-body">
          <nav className="teams-list" aria-label={t('supervision.teams')}>
            {all.map((team) => (
              <button key={team.id} type="button" className={classes('teams-item', team.id === chosen.id && 'on')} aria-current={team.id === chosen.id ? 'true' : undefined} onClick={() => setSearch({ id: team.id })}>
                <UsersRound className="i" aria-hidden="true" />
                <span className="grow">
                  <b className="md cut">{names(team.names)}</b>
                  <span className="t2 s cut">
                    {unitName(team.unit)} · {t('supervision.members_count', { count: team.members.length })}
                  </span>
                </span>
              </button>
            ))}
          </nav>
          <TeamForm key={`${chosen.id} ${chosen.version}`} team={chosen} teams={all} />
        </div>
      )}
    </div>
  );
}
