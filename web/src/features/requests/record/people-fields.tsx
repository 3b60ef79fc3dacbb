import { UserPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import type { Definitions, ServiceRequest } from '../../../api/request-types';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Avatar } from '../../../ui/marks/avatar';
import { useNames } from '../../../ui/text/names';
import { withKept } from './kept-option';
import { useAssign, usePassOn } from './use-request';

/** Who looks after the request, and which team. `A` takes it, once the kind is known (before, `A` is the kind Action). */
export function PeopleFields({ request, definitions, readOnly }: { request: ServiceRequest; definitions: Definitions | undefined; readOnly: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const me = useSignedIn();
  const assign = useAssign(request.id);
  const passOn = usePassOn(request.id);
  const refusalText = useRefusalText();
  const mayAssign = request.may.assign && !readOnly && request.kind !== 'comment';
  const isMine = request.owner?.id === me.id;
  const give = (userId: string | null): void => assign.mutate({ version: request.version, userId });
  const people = (definitions?.people ?? []).filter((person) => person.mayWork && person.units.includes(request.unit)).map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} me={id === me.id} decorative /> }));
  const owner = request.owner == null ? undefined : { value: request.owner.id, label: request.owner.name, icon: <Avatar name={request.owner.name} me={isMine} decorative /> };
  const teams = (definitions?.teams ?? []).filter((team) => team.unit === request.unit).map((team) => ({ value: team.id, label: names(team.names) }));
  const team = request.team == null ? undefined : { value: request.team.id, label: names(request.team.names) };

  useShortcuts([{ key: 'a', label: t('requests.take'), group: t('requests.keys_record'), run: () => give(me.id) }], mayAssign && !isMine && request.kind != null);

  return (
    <>
      <Field
        label={t('requests.owner')}
        className="span3"
        error={assign.error === null ? undefined : refusalText(assign.error)}
        aside={mayAssign && !isMine ? <IconButton look="quiet" size="small" icon={UserPlus} label={t('requests.take')} keys="a" onClick={() => give(me.id)} /> : undefined}
      >
        <Select clearable typed value={request.owner?.id ?? null} disabled={!mayAssign} placeholder={t('requests.owner_none')} options={withKept(people, owner)} onChange={give} />
      </Field>
      <Field label={t('requests.team')} className="span3" error={passOn.error === null ? undefined : refusalText(passOn.error)}>
        <Select clearable value={request.team?.id ?? null} disabled={!mayAssign} placeholder={t('requests.team_none')} options={withKept(teams, team)} onChange={(teamId) => passOn.mutate({ version: request.version, teamId })} />
      </Field>
    </>
  );
}
