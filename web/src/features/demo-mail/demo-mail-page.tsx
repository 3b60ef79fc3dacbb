import { Inbox, MailX, Reply, Send } from 'lucide-react';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/refusal';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button, buttonClass } from '../../ui/actions/button';
import { Field } from '../../ui/fields/field';
import { Select } from '../../ui/fields/select';
import { TextArea } from '../../ui/fields/text-area';
import { TextInput } from '../../ui/fields/text-input';
import { EmptyState } from '../../ui/layout/empty-state';
import { Panel } from '../../ui/layout/panel';
import { toast } from '../../ui/overlays/toasts';
import { DemoTop } from '../../ui/shell/demo-top';
import { usePageTitle } from '../../ui/shell/page-title';
import { useFormat } from '../../ui/text/use-format';
import { useDemoInbox, useDemoMail, useSendDemoMail, type DemoLetter } from './use-demo-mail';
import './demo-mail.css';

/** The demo's mail program: a visitor writes as a customer and sees what he is sent. */
export function DemoMailPage(): ReactElement {
  const { t } = useTranslation();
  const demo = useDemoMail();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  usePageTitle(t('mail.demo'));
  const writer = demo.data?.writers.find(({ address }) => address === from) ?? demo.data?.writers[0];
  const mailbox = demo.data?.mailboxes.find(({ address }) => address === to) ?? demo.data?.mailboxes[0];
  const inbox = useDemoInbox(writer?.address ?? '');
  const send = useSendDemoMail(() => {
    setSubject('');
    setText('');
    toast({ title: t('mail.demo_sent') });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (writer !== undefined && mailbox !== undefined && text.trim() !== '') {
      send.mutate({ from: writer.address, to: mailbox.address, subject, text });
    }
  };
  const answer = (letter: DemoLetter): void => {
    setTo(letter.from.address);
    setSubject(letter.subject.startsWith('Re:') ? letter.subject : `Re: ${letter.subject}`);
  };

  if (isRefusal(demo.error) && demo.error.code === 'mailroom.no_demo') {
    return <NotRunning />;
  }

  return (
    <DemoFrame>
      <h1>{t('mail.demo')}</h1>
      <p className="t2">{t('mail.demo_lead')}</p>
      <RefusalNotice error={demo.error ?? inbox.error ?? send.error} />
      {demo.data !== undefined && (
        <div className="demo-mail-body">
          <Panel>
            <form className="stack g8" onSubmit={submit}>
              <Field label={t('mail.demo_as')}>
                <Select options={demo.data.writers.map(({ address, name }) => ({ value: address, label: name, aside: address }))} value={writer?.address} onChange={(next) => setFrom(next ?? undefined)} />
              </Field>
              <Field label={t('mail.to')}>
                <Select options={demo.data.mailboxes.map(({ address, name }) => ({ value: address, label: `${name} <${address}>` }))} value={mailbox?.address} onChange={(next) => setTo(next ?? undefined)} />
              </Field>
              <Field label={t('mail.subject')}>
                <TextInput value={subject} maxLength={300} onChange={setSubject} />
              </Field>
              <Field label={t('mail.text')}>
                <TextArea value={text} maxLength={4000} rows={7} onChange={setText} />
              </Field>
              <Button type="submit" look="primary" icon={Send} busy={send.isPending} disabled={text.trim() === ''}>
                {t('mail.send')}
              </Button>
            </form>
          </Panel>
          <Panel title={t('mail.demo_inbox', { name: writer?.name ?? '' })}>
            {inbox.data?.length === 0 && (
              <EmptyState icon={Inbox} title={t('mail.demo_empty')}>
                {t('mail.demo_empty_hint')}
              </EmptyState>
            )}
            <ul className="demo-mail-inbox">
              {inbox.data?.map((letter) => (
                <OneLetter key={letter.id ?? letter.at} letter={letter} onAnswer={() => answer(letter)} />
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </DemoFrame>
  );
}

function DemoFrame({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="demo-mail-page">
      <DemoTop tag={t('mail.demo_tag')}>
        <a className={`${buttonClass('plain', 'large')} demo-desk`} href="/requests" target="santral-desk">
          <Inbox className="i" aria-hidden="true" />
          {t('mail.demo_requests')}
        </a>
      </DemoTop>
      <main className="demo-mail">{children}</main>
    </div>
  );
}

/** Without its mail system there is nothing to try: how it is started. */
function NotRunning(): ReactElement {
  const { t } = useTranslation();
  return (
    <DemoFrame>
      <h1>{t('mail.demo')}</h1>
      <EmptyState icon={MailX} title={t('mail.demo_off')} action={<code className="demo-mail-command">apt-get install dovecot-imapd dovecot-lmtpd postfix &amp;&amp; ./run</code>}>
        {t('mail.demo_off_text')}
      </EmptyState>
    </DemoFrame>
  );
}

function OneLetter({ letter, onAnswer }: { letter: DemoLetter; onAnswer: () => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className="row g8">
        <b className="md cut grow">{letter.subject}</b>
        <time className="s t3 num" dateTime={letter.at}>
          {format.time(letter.at)}
        </time>
        <Button size="small" look="quiet" icon={Reply} onClick={onAnswer}>
          {t('mail.demo_answer')}
        </Button>
      </div>
      <span className="s t2">{letter.from.name === '' ? letter.from.address : `${letter.from.name} <${letter.from.address}>`}</span>
      <p>{letter.text}</p>
    </li>
  );
}
