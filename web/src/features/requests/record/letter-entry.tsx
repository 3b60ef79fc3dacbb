import { Forward, MailOpen, MailX, Printer, Reply, Send } from 'lucide-react';
import { use, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter, LetterAddress, MailProblem } from '../../../api/mail-types';
import type { TimelineEntry as Entry } from '../../../api/request-types';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { TimelineEntry } from '../../../ui/records/timeline';
import { useFormat } from '../../../ui/text/use-format';
import { EntryFiles } from './entry-files';
import { LetterActsContext } from './letter-acts';
import { LetterFrame } from './letter-frame';
import { LetterText } from './letter-text';
import { filesOfLetter } from './shown-file';
import { useRetry } from './use-letters';
import './letter.css';

const tones: Record<NonNullable<Letter['state']>, Tone> = { held: 'info', waiting: 'info', sending: 'info', sent: 'ok', failed: 'danger', bounced: 'danger', withdrawn: 'line' };

/** A letter that came or went, where it stands among everything else. Its words first; its form only in a frame (H-09). */
export function LetterEntry({ entry, letter }: { entry: Entry; letter: Letter }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const acts = use(LetterActsContext);
  const [isFormatted, setFormatted] = useState(false);
  const isLost = letter.state === 'failed' || letter.state === 'bounced';
  const who = letter.isIncoming ? nameOf(letter.from) : [...letter.to, ...letter.cc].map(nameOf).join(', ');
  return (
    <TimelineEntry
      icon={isLost ? MailX : letter.isFax ? Printer : letter.isIncoming ? MailOpen : letter.isForward ? Forward : Send}
      channel="mail"
      title={t(titleOf(letter))}
      who={who}
      tags={
        <>
          {letter.state != null && <Tag tone={tones[letter.state]}>{t(`mail.state.${letter.state}`)}</Tag>}
          {letter.openedAt != null && <Tag tone="ok">{t('mail.opened_at', { at: format.dateTime(letter.openedAt) })}</Tag>}
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
          {(letter.isIncoming || letter.hasHtml) && (
            <span className="end row g4">
              {letter.isIncoming && acts !== null && (
                <>
                  <Button look="quiet" size="small" icon={Reply} onClick={acts.answer}>
                    {t('mail.answer')}
                  </Button>
                  <Button look="quiet" size="small" icon={Forward} onClick={() => acts.forward(letter)}>
                    {t('mail.forward')}
                  </Button>
                </>
              )}
              {letter.hasHtml && (
                <Button look="quiet" size="small" onClick={() => setFormatted(!isFormatted)}>
                  {t(isFormatted ? 'mail.show_words' : 'mail.show_formatted')}
                </Button>
              )}
              {letter.isIncoming && (
                <a className="s" href={`/api/mail/letters/${letter.id}/original`} download>
                  {t('mail.original')}
                </a>
              )}
            </span>
          )}
        </div>
        {letter.by == null || entry.by == null ? null : <span className="s t3">{entry.by.name}</span>}
        {isFormatted ? <LetterFrame letterId={letter.id} subject={letter.subject} /> : <LetterText text={letter.text} quoteFrom={letter.quoteFrom ?? null} />}
        {letter.isHeadOnly && <p className="s t2">{t('mail.head_only')}</p>}
        <EntryFiles files={filesOfLetter(letter)} />
        {letter.problem != null && <Trouble requestId={letter.requestId} letter={letter} problem={letter.problem} />}
      </div>
    </TimelineEntry>
  );
}

function titleOf(letter: Letter): string {
  return letter.isFax ? 'mail.fax_came' : letter.isIncoming ? 'mail.came' : letter.isForward ? 'mail.forwarded' : letter.isAutomatic ? 'mail.went_by_itself' : 'mail.went';
}

function nameOf({ name, address }: LetterAddress): string {
  return name === '' ? address : name;
}

function Trouble({ requestId, letter, problem }: { requestId: string; letter: Letter; problem: MailProblem }): ReactElement {
  const { t } = useTranslation();
  const retry = useRetry(requestId);
  const refusalText = useRefusalText();
  return (
    <p className="letter-trouble" role="alert">
      <span className="grow">{t(`mail.problem.${problem}`, { said: letter.trouble ?? '' })}</span>
      {retry.error !== null && <span className="danger">{refusalText(retry.error)}</span>}
      {(letter.state === 'failed' || letter.state === 'waiting') && (
        <Button size="small" busy={retry.isPending} onClick={() => retry.mutate(letter.id)}>
          {t('mail.retry')}
        </Button>
      )}
    </p>
  );
}
