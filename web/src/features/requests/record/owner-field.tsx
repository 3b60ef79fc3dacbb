import { UserPlus, UserX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Avatar, NoAvatar } from '../../../ui/marks/avatar';
import { Cut } from '../../../ui/text/cut';
import { useAssign } from './use-request';

/** Who looks after the request. `A` takes it, once the kind is known (before, `A` is the kind Action). */
export function OwnerField({ request, readOnly }: { request: ServiceRequest; readOnly: boolean }): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  const assign = useAssign(request.id);
  const refusalText = useRefusalText();
  const isMine = request.owner?.id === me.id;
  const give = (userId: string | null): void => assign.mutate({ version: request.version, userId });

  useShortcuts([{ key: 'a', label: t('requests.take'), group: t('requests.keys_record'), run: () => give(me.id) }], !readOnly && !isMine && request.kind != null);

  return (
    <Field label={t('requests.owner')} group className="span3" error={assign.error === null ? undefined : refusalText(assign.error)}>
      <span className="in owner">
        {request.owner == null ? <NoAvatar label={t('requests.owner_none')} /> : <Avatar name={request.owner.name} me={isMine} decorative />}
        <Cut>{request.owner?.name ?? t('requests.owner_none')}</Cut>
        {!readOnly &&
          (isMine ? (
            <IconButton look="quiet" size="small" icon={UserX} label={t('requests.release')} onClick={() => give(null)} />
          ) : (
            <IconButton look="quiet" size="small" icon={UserPlus} label={t('requests.take')} keys="a" onClick={() => give(me.id)} />
          ))}
      </span>
    </Field>
  );
}
