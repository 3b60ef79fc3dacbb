import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../ui/text/names';
import type { Actors, Choices, Design } from '../process-types';
import { countActors, findStage } from './edit-design';

/** Actors in words, and how many people they can be. */
export function useWho(design: Design, choices: Choices | undefined): { whoOf: (code: string) => string; checkersOf: (code: string) => number } {
  const { t } = useTranslation();
  const names = useNames();
  const inTeam = useMemo(() => new Map((choices?.teams ?? []).map((team) => [team.id, team.people])), [choices]);
  const inWords = useCallback(
    (actors: Actors): string =>
      [
        ...actors.teams.map((id) => choices?.teams.find((team) => team.id === id)).flatMap((team) => (team === undefined ? [] : [names(team.names)])),
        ...actors.roles.map((code) => choices?.roles.find((role) => role.code === code)).flatMap((role) => (role === undefined ? [] : [names(role.names)])),
        ...(actors.owner ? [t('processes.actor_owner')] : []),
        ...(actors.ownersTeam ? [t('processes.actor_team')] : []),
        ...actors.users.map((id) => choices?.people.find((person) => person.id === id)?.name ?? '?'),
      ].join(', '),
    [choices, names, t],
  );
  const checkersOf = useCallback((code: string) => countActors(findStage(design, code)?.approval?.checkers ?? { users: [], teams: [], roles: [], owner: false, ownersTeam: false }, choices?.people ?? [], inTeam), [design, choices, inTeam]);
  const whoOf = useCallback(
    (code: string) => {
      const stage = findStage(design, code);
      if (stage === undefined) {
        return '';
      }
      return stage.approval !== null ? t('processes.checkers_count', { count: checkersOf(code) }) : inWords(stage.makers) || t('processes.everybody');
    },
    [design, checkersOf, inWords, t],
  );
  return { whoOf, checkersOf };
}
