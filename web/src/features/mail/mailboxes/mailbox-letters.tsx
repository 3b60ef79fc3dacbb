import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Mailbox, MailboxLetter } from '../../../api/mail-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useMailboxLetters } from './use-mailboxes';

const tones: Record<MailboxLetter['fate'], Tone> = { new: 'info', opened: 'ok', joined: 'neutral', setAside: 'line' };

/** What came into a mailbox last, what became of it, and what its servers complain of. */
export function MailboxLetters({ mailbox }: { mailbox: Mailbox }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const letters = useMailboxLetters(mailbox.id);
  const { receiveProblem, receiveError, receiveErrorAt, sendProblem, sendError, sendErrorAt } = mailbox.health;
  return (
    <Panel title={t('mail.letters_of', { name: mailbox.name })} className="mailbox-letters">
      {receiveProblem != null && (
        <Notice tone="danger" title={t('mail.receive_failed', { at: receiveErrorAt == null ? '' : format.dateTime(receiveErrorAt) })}>
          {t(`mail.problem.${receiveProblem}`, { said: receiveError ?? '' })}
        </Notice>
      )}
      {sendProblem != null && (
        <Notice tone="danger" title={t('mail.send_failed', { at: sendErrorAt == null ? '' : format.dateTime(sendErrorAt) })}>
          {t(`mail.problem.${sendProblem}`, { said: sendError ?? '' })}
        </Notice>
      )}
      <RefusalNotice error={letters.error} />
      {letters.data === undefined ? (
        letters.error === null && <Skeleton lines={4} />
      ) : letters.data.length === 0 ? (
        <p className="t2">{t('mail.no_letters')}</p>
      ) : (
        <ul className="mailbox-list">
          {letters.data.map((letter) => (
            <li key={letter.id}>
              <time className="num t3 s" dateTime={letter.at}>
                {format.dateTime(letter.at)}
              </time>
              <span className="cut">{letter.from.name === '' ? letter.from.address : letter.from.name}</span>
              <span className="cut t2">{letter.subject === '' ? t('mail.no_subject') : letter.subject}</span>
              <Tag tone={tones[letter.fate]}>{t(`mail.fate.${letter.fate}`)}</Tag>
              {letter.requestId != null && <Link to={`/requests/${letter.requestId}`}>{t('mail.show_request')}</Link>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
