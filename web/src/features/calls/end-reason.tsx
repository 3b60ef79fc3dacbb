import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../../ui/marks/tag';

const tones: Record<string, Tone> = { mediaLost: 'warn', failed: 'danger', overloaded: 'danger', restarted: 'warn', noAgent: 'warn', verificationFailed: 'warn', notReached: 'danger' };

/** Why the call is over; a live one says so. */
export function EndReason({ reason }: { reason: string | null }): ReactElement {
  const { t } = useTranslation();
  return reason === null ? <Tag tone="accent">{t('calls.live')}</Tag> : <Tag tone={tones[reason] ?? 'neutral'}>{t(`calls.end.${reason}`)}</Tag>;
}
