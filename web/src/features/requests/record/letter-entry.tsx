import { MailOpen, MailX, Send } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter, LetterAddress } from '../../../api/mail-types';
import type { TimelineEntry as Entry } from '../../../api/request-types';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { TimelineEntry } from '../../../ui/records/timeline';
import { useFormat } from '../../../ui/text/use-format';
import { LetterFiles } from './letter-files';
import { LetterFrame } from './letter-frame';
import { LetterText } from './letter-text';
import { useRetry } from './use-letters';
import './letter.css';

const tones: Record<NonNullable<Letter['state']>, Tone> = { held: 'info', waiting: 'info', sending: 'info', sent: 'ok', failed: 'danger', bounced: 'danger', withdrawn: 'line' };

/** A letter that came or went, where it stands among everything else. Its words first; its form only in a frame (H-09). */
export function LetterEntry({ entry, letter }: { entry: Entry; letter: Letter }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [isFormatted, setFormatted] = useState(false);
  const isLost = letter.state === 'failed' || letter.state === 'bounced';
  const who = letter.isIncoming ? nameOf(letter.from) : [...letter.to, ...letter.cc].map(nameOf).join(', ');
  return (
    <TimelineEntry
      icon={isLost ? MailX : letter.isIncoming ? MailOpen : Send}
      channel="mail"
      title={t(letter.isIncoming ? 'mail.came' : letter.isAutomatic ? 'mail.went_by_itself' : 'mail.went')}
      who={who}
      tags={
        <>
          {letter.state != null && <Tag tone={tones[letter.state]}>{t(`mail.state.${letter.state}`)}</Tag>}
          {letter.isIncoming && letter.isAutomatic && <Tag>{t('mail.automatic')}</Tag>}
          {letter.isDoubtful && <Tag tone="warn">{t('mail.doubtful')}</Tag>}
          {entry.from != null && <Tag>{entry.from}</Tag>}
        </>
      }
      time={format.time(entry.at)}
      at={entry.at}
    >
      <div className="letter">
        <div className="letter-head">
          <b className="md cut">{letter.subject === '' ? t('mail.no_subject') : letter.subject}</b>
          {letter.isIncoming && (
            <span className="end row g4">
              {letter.hasHtml && (
                <Button look="quiet" size="small" onClick={() => setFormatted(!isFormatted)}>
                  {t(isFormatted ? 'mail.show_words' : 'mail.show_formatted')}
                </Button>
              )}
              <a className="s" href={`/api/mail/letters/${letter.id}/original`} download>
                {t('mail.original')}
              </a>
            </span>
          )}
        </div>
        {letter.by == null || entry.by == null ? null : <span className="s t3">{entry.by.name}</span>}
        {isFormatted ? <LetterFrame letterId={letter.id} subject={letter.subject} /> : <LetterText text={letter.text} quoteFrom={letter.quoteFrom ?? null} />}
        {letter.isHeadOnly && <p className="s t2">{t('mail.head_only')}</p>}
        {letter.attachments.length > 0 && <LetterFiles letter={letter} />}
        {letter.trouble != null && letter.trouble !== '' && <Trouble requestId={letter.requestId} letter={letter} trouble={letter.trouble} />}
      </div>
    </TimelineEntry>
  );
}

function nameOf({ name, address }: LetterAddress): string {
  return name === '' ? address : name;
}

function Trouble({ requestId, letter, trouble }: { requestId: string; letter: Letter; trouble: string }): ReactElement {
  const { t } = useTranslation();
  const retry = useRetry(requestId);
  const refusalText = useRefusalText();
  return (
    <p className="letter-trouble" role="alert">
      <span className="grow">{t('mail.trouble', { why: trouble })}</span>
      {retry.error !== null && <span className="danger">{refusalText(retry.error)}</span>}
      {(letter.state === 'failed' || letter.state === 'waiting') && (
        <Button size="small" busy={retry.isPending} onClick={() => retry.mutate(letter.id)}>
          {t('mail.retry')}
        </Button>
      )}
    </p>
  );
}
