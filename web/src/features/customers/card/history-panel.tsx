import { FilePlus, Inbox, Mail, MessageSquare, PhoneIncoming, PhoneMissed, StickyNote, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/fields/text-area';
import { Panel } from '../../../ui/layout/panel';
import { classes } from '../../../ui/classes';
import { isSameDay } from '../../../ui/text/format';
import { cultures, useLanguage } from '../../../ui/text/language';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useAddNote, useContacts, useNotes, useOpenedRequests, type Contact } from './use-card';

type Happening = { id: string; at: string; icon: LucideIcon; channel: 'call' | 'note' | 'web' | 'mail'; title: string; detail: string; to?: string };

/** What there was with the customer on every channel, and what colleagues wrote, newest first. */
export function HistoryPanel({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const mayWrite = useCan('customers.write') && customer.erasedAt == null;
  const mayLog = useCan('calls.log');
  const contacts = useContacts(customer.id, useCan('requests.read'));
  const requests = useOpenedRequests(customer.id, useCan('requests.read'));
  const notes = useNotes(customer.id);
  const [text, setText] = useState('');
  const add = useAddNote(customer.id, () => setText(''));

  const ofContact = (contact: Contact): Happening => {
    const isMissed = contact.channel === 'phone' && contact.endedAt !== null && contact.talkedSeconds === 0;
    return {
      id: contact.id,
      at: contact.startedAt,
      icon: contact.channel !== 'phone' ? MessageSquare : isMissed ? PhoneMissed : PhoneIncoming,
      channel: contact.channel === 'phone' ? 'call' : 'web',
      title: contact.channel !== 'phone' ? t(`requests.channel.${contact.channel}`) : t(isMissed ? 'customers.history_missed' : contact.endedAt === null ? 'customers.history_talking' : 'customers.history_call'),
      detail: [contact.agent?.name, contact.talkedSeconds > 0 ? format.duration(contact.talkedSeconds) : undefined, t('customers.history_waited', { time: format.clock(contact.waitedSeconds) })].filter(Boolean).join(' · '),
      ...(contact.channel === 'phone' && mayLog ? { to: `/calls/${contact.id}` } : {}),
    };
  };
  const happenings = [
    ...(contacts.data ?? []).map(ofContact),
    ...(requests.data ?? []).map((request): Happening => ({
      id: request.id,
      at: request.openedAt,
      icon: request.channel === 'email' ? Mail : FilePlus,
      channel: request.channel === 'email' ? 'mail' : 'web',
      title: t('customers.history_request', { number: request.number }),
      detail: [request.subject, t(`requests.channel.${request.channel}`, { defaultValue: '' })].filter((part) => part !== '').join(' · '),
      to: `/requests/${request.id}`,
    })),
    ...(notes.data ?? []).map((note): Happening => ({ id: note.id, at: note.at, icon: StickyNote, channel: 'note', title: note.text, detail: note.by ?? '' })),
  ].sort((one, other) => other.at.localeCompare(one.at));
  const now = serverNow();
  const headOf = (at: string): string =>
    isSameDay(at, now) ? t('customers.today') : new Intl.DateTimeFormat(cultures[language], { month: 'long', ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }) }).format(new Date(at));

  return (
    <Panel title={t('customers.history')} flush aside={<span className="s t2">{t('customers.history_channels')}</span>}>
      <RefusalNotice error={contacts.error ?? requests.error ?? notes.error} />
      {mayWrite && (
        <form
          className="panel-body stack g4 history-note"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') {
              add.mutate(text.trim());
            }
          }}
        >
          <TextArea rows={text === '' ? 1 : 3} aria-label={t('customers.note_new')} placeholder={t('customers.note_new')} value={text} maxLength={4000} onChange={setText} />
          <RefusalNotice error={add.error} />
          {text !== '' && (
            <div className="row">
              <Button type="submit" size="small" busy={add.isPending} disabled={text.trim() === ''}>
                {t('customers.note_add')}
              </Button>
            </div>
          )}
        </form>
      )}
      {happenings.length === 0 && contacts.data !== undefined && requests.data !== undefined && (
        <p className="panel-body t2 row">
          <Inbox className="i" aria-hidden="true" />
          {t('customers.history_none')}
        </p>
      )}
      <ol className="history">
        {happenings.map((one, index) => {
          const head = headOf(one.at);
          const before = happenings[index - 1];
          const { icon: Icon } = one;
          return (
            <li key={one.id}>
              {(before === undefined || headOf(before.at) !== head) && <h3 className="history-head">{head}</h3>}
              <div className="history-line">
                <span className={classes('ic', `c-${one.channel}`)}>
                  <Icon className="i s" aria-hidden="true" />
                </span>
                <span className="grow">
                  {one.to === undefined ? <span className="history-title">{one.title}</span> : <Link to={one.to}>{one.title}</Link>}
                  {one.detail !== '' && <span className="s t2 customer-line">{one.detail}</span>}
                </span>
                <time className="s t2 num" dateTime={one.at}>
                  {format.moment(one.at, now)}
                </time>
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
