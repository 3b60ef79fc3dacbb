import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { Notice } from '../../../ui/layout/notice';
import { Skeleton } from '../../../ui/layout/skeleton';

type Look = { blocked: number; isThere: boolean };

/**
 * A stranger's formatted letter: in a frame without scripts and without origin, whose own policy fetches nothing. Pictures from elsewhere
 * tell their owner that the letter is read, so they are loaded only when asked for.
 */
export function LetterFrame({ letterId, subject }: { letterId: string; subject: string }): ReactElement {
  const { t } = useTranslation();
  const [withPictures, setPictures] = useState(false);
  const address = `/api/mail/letters/${letterId}/page${withPictures ? '?pictures=true' : ''}`;
  const look = useQuery({ queryKey: ['mail', 'page', address], queryFn: () => lookAt(address), staleTime: Infinity });
  if (look.data === undefined) {
    return <Skeleton lines={4} />;
  }
  if (!look.data.isThere) {
    return <Notice tone="warn">{t('refusal.mailroom.no_page')}</Notice>;
  }
  return (
    <div className="letter-frame">
      {look.data.blocked > 0 && (
        <div className="letter-blocked">
          <ImageOff className="i s" aria-hidden="true" />
          <span className="grow">{t('mail.pictures_off', { count: look.data.blocked })}</span>
          <Button look="quiet" size="small" onClick={() => setPictures(true)}>
            {t('mail.pictures_show')}
          </Button>
        </div>
      )}
      <iframe title={t('mail.frame', { subject })} src={address} sandbox="allow-popups allow-popups-to-escape-sandbox" referrerPolicy="no-referrer" />
    </div>
  );
}

async function lookAt(address: string): Promise<Look> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  return { isThere: answer.ok, blocked: Number(answer.headers.get('X-Blocked') ?? 0) };
}
