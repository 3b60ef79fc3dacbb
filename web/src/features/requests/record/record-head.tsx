import { CloudAlert, CloudCheck, CloudUpload, Ellipsis, Eye, EyeOff, GitMerge } from 'lucide-react';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignedIn } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Avatar } from '../../../ui/marks/avatar';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { Cut } from '../../../ui/text/cut';
import { ChannelIcon } from '../channel-icon';
import type { Autosave } from './autosave';
import { useWatch } from './use-request';

export type RecordHeadProps = {
  request: ServiceRequest;
  subject: string;
  save: Autosave;
  onRetry: () => void;
  /** Who else is on it. */
  others?: ReactNode;
  /** Due times and what other features say in one word. */
  aside?: ReactNode;
  macros?: ReactNode;
  /** In a call `M` is the microphone's. */
  isInCall?: boolean;
};

/** Number, subject, whether everything typed is safe, who follows, and what else can be done. */
export function RecordHead({ request, subject, save, onRetry, others, aside, macros, isInCall = false }: RecordHeadProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="rh">
      {request.channel != null && <ChannelIcon channel={request.channel} />}
      <span className="t2 nowrap rh-number">{request.number}</span>
      <h1 className="cut">{subject === '' ? <span className="t3">{t('requests.no_subject')}</span> : <Cut>{subject}</Cut>}</h1>
      <span className="end row g4 s t2 rh-state">
        {others}
        <span className="row g4" role="status">
          <SaveSign save={save} />
        </span>
        {save.state === 'refused' && (
          <Button size="small" onClick={onRetry}>
            {t('requests.save_again')}
          </Button>
        )}
        {aside}
        {macros}
        <Acts request={request} isInCall={isInCall} />
      </span>
    </div>
  );
}

function Acts({ request, isInCall }: { request: ServiceRequest; isInCall: boolean }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useSignedIn();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const watch = useWatch(request.id);
  const watches = request.watchers.some((person) => person.id === me.id);
  const mayWatch = request.mergedInto == null;
  const mayMerge = request.may.merge && request.mergedInto == null;
  const toggle = (): void => watch.mutate({ personId: me.id, watches: !watches });
  const merge = (): void => void navigate(`/requests/${request.id}/merge`);
  const group = t('requests.keys_record');

  useShortcuts([{ key: 'v', label: t(watches ? 'requests.unwatch' : 'requests.watch'), group, run: toggle }], mayWatch);
  useShortcuts([{ key: 'm', label: t('requests.merge_with'), group, run: merge }], mayMerge && !isInCall);

  const entries: MenuEntry[] = [
    ...(mayWatch ? [{ label: t(watches ? 'requests.unwatch' : 'requests.watch'), icon: watches ? EyeOff : Eye, keys: 'v', run: toggle }] : []),
    ...(mayMerge ? [{ label: t('requests.merge_with'), icon: GitMerge, ...(isInCall ? {} : { keys: 'm' }), run: merge }] : []),
  ];
  return (
    <>
      {request.watchers.length > 0 && (
        <span className="row g4" role="group" aria-label={t('requests.watchers')} title={request.watchers.map((person) => person.name).join(', ')}>
          <Eye className="i s" aria-hidden="true" />
          {request.watchers.slice(0, 3).map((person) => (
            <Avatar key={person.id} name={person.name} me={person.id === me.id} />
          ))}
          {request.watchers.length > 3 && `+${request.watchers.length - 3}`}
        </span>
      )}
      {entries.length > 0 && <IconButton ref={button} icon={Ellipsis} label={t('requests.more_acts')} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} />}
      {isOpen && <Menu anchor={button} align="end" label={t('requests.more_acts')} entries={entries} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function SaveSign({ save }: { save: Autosave }): ReactElement {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  switch (save.state) {
    case 'saved':
      return (
        <>
          <CloudCheck className="i s" aria-hidden="true" />
          {t('requests.saved')}
        </>
      );
    case 'typing':
    case 'saving':
      return (
        <>
          <CloudUpload className="i s" aria-hidden="true" />
          {t('requests.saving')}
        </>
      );
    case 'conflict':
      return (
        <span className="row g4 warn">
          <CloudAlert className="i s" aria-hidden="true" />
          {t('requests.save_waits')}
        </span>
      );
    case 'refused':
      return (
        <span className="row g4 danger" title={refusalText(save.refusal)}>
          <CloudAlert className="i s" aria-hidden="true" />
          <span className="cut">{t('requests.save_refused', { why: refusalText(save.refusal) })}</span>
        </span>
      );
  }
}
