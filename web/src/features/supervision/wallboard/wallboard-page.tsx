import { Maximize, Minimize, Radio, Tv, WifiOff } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { useLiveState } from '../../../api/use-live';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { classes } from '../../../ui/classes';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { useNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { AgentGrid } from './agent-grid';
import { CallbackList } from './callback-list';
import { TeamTile, type Period } from './team-tile';
import { useWallboard } from './use-wallboard';
import './wallboard.css';

/** The queues live: on a supervisor's desk, and full screen on a television. */
export function WallboardPage({ calls }: { /** Calls under way, where another feature shows them. */ calls?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  const units = useUnits();
  const board = useWallboard();
  const [search, setSearch] = useSearchParams();
  const wall = useRef<HTMLDivElement>(null);
  const [isWall, setWall] = useFullScreen(wall);
  const period: Period = search.get('period') === 'today' ? 'today' : 'halfHour';
  const unit = search.get('unit') ?? '';
  usePageTitle(t('supervision.wallboard'));
  useShortcuts([{ key: 'f', label: t('supervision.full_screen'), group: t('supervision.wallboard'), run: () => setWall(!isWall) }]);

  const set = (name: string, value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );

  const teams = (board.data?.teams ?? []).filter((team) => unit === '' || team.unit === unit);
  const shown = new Set(teams.map((team) => team.teamId));
  const agents = (board.data?.agents ?? []).filter((agent) => agent.teams.some((team) => shown.has(team)));
  const callbacks = (board.data?.callbacks ?? []).filter((callback) => shown.has(callback.teamId));
  const present = units.filter((one) => board.data?.teams.some((team) => team.unit === one.code) === true);
  const first = teams[0]?.[period].since;

  return (
    <div ref={wall} className={classes('wall', isWall && 'tv', isWall && teams.length > 4 && 'many')} {...(isWall ? { 'data-theme': 'dark' } : {})}>
      <div className="wall-head">
        <h1>{unit === '' ? t('supervision.wallboard') : names(units.find((one) => one.code === unit)?.names ?? { tr: unit, sv: unit, en: unit })}</h1>
        {first !== undefined && <span className="t2">{period === 'today' ? t('supervision.since_midnight') : t('supervision.since_half_hour', { time: format.time(first) })}</span>}
        <LiveMark />
        {!isWall && (
          <span className="wall-acts">
            {present.length > 1 && (
              <Segmented
                label={t('supervision.unit')}
                value={unit}
                options={[{ value: '', label: t('supervision.unit_all') }, ...present.map((one) => ({ value: one.code, label: names(one.names) }))]}
                onChange={(code) => set('unit', code)}
              />
            )}
            <Segmented<Period>
              label={t('supervision.period')}
              value={period}
              options={[
                { value: 'halfHour', label: t('supervision.half_hour') },
                { value: 'today', label: t('supervision.today') },
              ]}
              onChange={(chosen) => set('period', chosen === 'today' ? 'today' : '')}
            />
            <Button icon={Maximize} keys="f" onClick={() => setWall(true)}>
              {t('supervision.full_screen')}
            </Button>
          </span>
        )}
        {isWall && (
          <button type="button" className="wall-leave" title={t('supervision.leave_full_screen')} aria-label={t('supervision.leave_full_screen')} onClick={() => setWall(false)}>
            <Minimize className="i" aria-hidden="true" />
          </button>
        )}
        <span className="wall-clock num" role="timer" aria-live="off">
          {format.time(now)}
        </span>
      </div>
      {board.error !== null && board.data === undefined && <RefusalNotice error={board.error} />}
      {board.data === undefined ? (
        board.error === null && <Skeleton lines={8} />
      ) : teams.length === 0 ? (
        <EmptyState icon={Tv} title={t('supervision.no_teams')}>
          {t('supervision.no_teams_hint')}
        </EmptyState>
      ) : (
        <>
          <div className="tiles">
            {teams.map((team) => (
              <TeamTile key={team.teamId} team={team} period={period} now={now} isWall={isWall} />
            ))}
          </div>
          <AgentGrid agents={agents} teams={teams} now={now} callbacks={callbacks.length} />
          {!isWall && <CallbackList callbacks={callbacks} teams={teams} />}
          {!isWall && calls}
        </>
      )}
    </div>
  );
}

function LiveMark(): ReactElement {
  const { t } = useTranslation();
  const isLost = useLiveState() === 'lost';
  const Icon = isLost ? WifiOff : Radio;
  return (
    <span className={classes('row g4', isLost ? 'warn' : 't2')} role="status">
      <Icon className={classes('i', !isLost && 'ok')} aria-hidden="true" />
      {t(isLost ? 'supervision.not_live' : 'supervision.live')}
    </span>
  );
}

/** Full screen is the page's landmark, so that what opens over the board is on the screen too. */
function useFullScreen(inside: React.RefObject<HTMLElement | null>): [boolean, (on: boolean) => void] {
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    const follow = (): void => setIsOn(document.fullscreenElement !== null && document.fullscreenElement !== undefined);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const set = useCallback(
    (on: boolean): void => {
      if (on) {
        void inside.current?.closest('main')?.requestFullscreen?.().catch(() => undefined);
      } else if (document.fullscreenElement !== null) {
        void document.exitFullscreen();
      }
    },
    [inside],
  );
  return [isOn, set];
}
