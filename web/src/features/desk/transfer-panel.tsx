import { Phone, PhoneForwarded, Users, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall, TransferTargets } from '../../api/desk-types';
import { RefusalNotice, useRefusalText } from '../../api/refusal-notice';
import { IconButton } from '../../ui/actions/icon-button';
import { Segmented } from '../../ui/actions/segmented';
import { classes } from '../../ui/classes';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { Skeleton } from '../../ui/layout/skeleton';
import { Avatar } from '../../ui/marks/avatar';
import { Dot } from '../../ui/marks/dot';
import { toast } from '../../ui/overlays/toasts';
import { RunningTime } from '../../ui/phone/running-time';
import { foldText } from '../../ui/text/fold';
import { useNames } from '../../ui/text/names';
import { useConsult, useTransfer, useTransferTargets, type TransferOrder } from './use-transfer';
import './transfer-panel.css';

type Choice = { key: string; name: string; isOpen: boolean; order: TransferOrder };

/** Who the caller can be sent to, the free ones first; arrows and Enter choose, Esc closes (I-12, I-23). */
export function TransferPanel({ call, onClose }: { call: DeskCall; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const text = useRefusalText();
  const { data, error } = useTransferTargets(call.callId);
  const transfer = useTransfer(call.callId);
  const consult = useConsult(call.callId);
  const [how, setHow] = useState<'ask' | 'directly'>('ask');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useShortcuts([{ key: 'escape', label: t('desk.transfer_close'), group: t('desk.keys_call'), run: onClose }]);

  const wanted = foldText(typed.trim());
  const fits = (...words: string[]): boolean => wanted === '' || words.some((word) => foldText(word).includes(wanted));
  const people = (data?.people ?? []).filter((person) => fits(person.name, names(person.team.names)));
  const teams = (data?.teams ?? []).filter((team) => fits(names(team.names)));
  // What is typed as a number can be called; a name has letters in it.
  const number = /^[\d+][\d ()./-]{4,}$/.test(typed.trim()) ? typed.trim() : undefined;
  const choices: Choice[] = [
    ...people.map((person) => ({ key: person.id, name: person.name, isOpen: person.isFree, order: { agent: person.id } })),
    ...teams.map((team) => ({ key: team.code, name: names(team.names), isOpen: team.isOpen, order: { team: team.code } })),
    ...(number === undefined ? [] : [{ key: number, name: number, isOpen: true, order: { number } }]),
  ];
  const send = (choice: Choice | undefined): void => {
    if (choice?.isOpen !== true || transfer.isPending || consult.isPending) {
      return;
    }
    const refused = { onError: (refusal: Error) => toast({ kind: 'error', title: text(refusal) }) };
    // A team has nobody to be asked before somebody of it takes the call.
    if (how === 'ask' && choice.order.team === undefined) {
      consult.mutate(choice.order, refused);
      return;
    }
    transfer.mutate(choice.order, {
      onSuccess: () => {
        toast({ title: t('desk.transferred', { name: choice.name }) });
        onClose();
      },
      ...refused,
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(choices.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      send(choices[at]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };

  return (
    <section className="transfer" aria-label={t('desk.transfer')}>
      <header className="verification-head">
        <PhoneForwarded className="i acc" aria-hidden="true" />
        <h3>{t('desk.transfer')}</h3>
        <IconButton className="end" look="quiet" size="small" icon={X} label={t('desk.transfer_close')} onClick={onClose} />
      </header>
      <div className="transfer-how">
        <Segmented<'ask' | 'directly'>
          full
          label={t('desk.transfer')}
          value={how}
          options={[
            { value: 'ask', label: t('desk.consult_first') },
            { value: 'directly', label: t('desk.transfer_directly') },
          ]}
          onChange={setHow}
        />
      </div>
      <div className="transfer-find">
        <TextInput
          ref={field}
          aria-label={t('desk.transfer_search')}
          placeholder={t('desk.transfer_search')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div className="transfer-list">
        {data === undefined && (error === null ? <div className="transfer-wait"><Skeleton lines={5} /></div> : <RefusalNotice error={error} />)}
        {data !== undefined && choices.length === 0 && <p className="t2">{t('desk.transfer_none')}</p>}
        {people.length > 0 && <h4 className="s t2">{t('desk.transfer_people')}</h4>}
        <ul>
          {people.map((person, index) => (
            <li key={person.id}>
              <button type="button" className={classes('transfer-row', index === at && 'on')} disabled={!person.isFree} aria-label={t('desk.transfer_to', { name: person.name })} onClick={() => send(choices[index])}>
                <Avatar name={person.name} decorative />
                <span className="grow">
                  <span className="md cut">{person.name}</span>
                  <span className="s t2 cut">{names(person.team.names)}</span>
                </span>
                <Now person={person} />
              </button>
            </li>
          ))}
        </ul>
        {teams.length > 0 && <h4 className="s t2">{t('desk.transfer_teams')}</h4>}
        <ul>
          {teams.map((team, index) => (
            <li key={team.code}>
              <button type="button" className={classes('transfer-row', people.length + index === at && 'on')} disabled={!team.isOpen} aria-label={t('desk.transfer_to', { name: names(team.names) })} onClick={() => send(choices[people.length + index])}>
                <Users className="i t2" aria-hidden="true" />
                <span className="grow">
                  <span className="md cut">{names(team.names)}</span>
                  <span className="s t2 cut">{t('desk.transfer_waiting', { count: team.waiting })}</span>
                </span>
                <span className="transfer-now">
                  {team.isOpen ? (
                    <span className="row g4">
                      <Dot tone={team.agentsReady > 0 ? 'ok' : 'off'} />
                      {t('desk.transfer_ready', { count: team.agentsReady })}
                    </span>
                  ) : (
                    t('desk.transfer_closed')
                  )}
                  {team.longestWaitSince != null && (
                    <span className="num s t2">
                      <RunningTime since={Date.parse(team.longestWaitSince)} />
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {number !== undefined && (
          <>
            <h4 className="s t2">{t('desk.transfer_number')}</h4>
            <ul>
              <li>
                <button type="button" className={classes('transfer-row', choices.length - 1 === at && 'on')} aria-label={t('desk.transfer_to', { name: number })} onClick={() => send(choices.at(-1))}>
                  <Phone className="i t2" aria-hidden="true" />
                  <span className="grow md num cut">{number}</span>
                </button>
              </li>
            </ul>
          </>
        )}
      </div>
      <p className="transfer-foot s t2">{t('desk.transfer_goes_along')}</p>
    </section>
  );
}

function Now({ person: { now, isFree } }: { person: TransferTargets['people'][number] }): ReactElement {
  const { t } = useTranslation();
  const word = now.activity === 'idle' ? (now.presence === 'away' && now.reason != null ? t(`queues.reason.${now.reason}`) : t(`queues.presence.${now.presence}`)) : t(`queues.activity.${now.activity}`);
  return (
    <span className="transfer-now">
      <span className="row g4">
        <Dot tone={isFree ? 'ok' : now.activity === 'idle' ? 'off' : 'accent'} />
        {word}
      </span>
      {now.presence !== 'offline' && (
        <span className="num s t2">
          <RunningTime since={Date.parse(now.since)} />
        </span>
      )}
    </span>
  );
}
