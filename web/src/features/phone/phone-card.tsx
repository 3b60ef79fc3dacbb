import { Headset, MonitorSmartphone, PhoneOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneState, Presence } from '../../api/desk-types';
import { Button } from '../../ui/actions/button';
import { MicrophoneLevel } from './microphone-level';
import { useBrowserPhone } from './phone-context';
import { useChoosePresence } from './use-desk';
import './phone.css';

/** Where my calls ring, whether I am heard, and the way back to taking calls. */
export function PhoneCard({ presence, kind }: { presence: Presence; kind: PhoneState['kind'] }): ReactElement {
  const { t } = useTranslation();
  const { phone, status } = useBrowserPhone();
  const { mutate, isPending } = useChoosePresence();
  const isHere = status.state === 'ready';
  const [Icon, words]: [LucideIcon, string] = isHere
    ? [Headset, t('desk.phone_here')]
    : kind === 'desk'
      ? [Headset, t('desk.phone_on_desk')]
      : kind === 'browser'
        ? [MonitorSmartphone, t('desk.phone_elsewhere')]
        : [PhoneOff, t('desk.phone_none')];

  return (
    <div className="phone-card">
      <p className="row">
        <Icon className={`i ${isHere || kind === 'desk' ? 'acc' : 't3'}`} aria-hidden="true" />
        <b className="md">{words}</b>
        {isHere && <MicrophoneLevel muted={false} />}
      </p>
      <p className="t2">{t(`desk.presence_hint.${presence.state}`)}</p>
      {presence.state !== 'available' && (
        <div>
          <Button
            look="primary"
            busy={isPending}
            onClick={() => {
              if (kind !== 'desk' && !isHere) {
                void phone?.open();
              }
              mutate({ state: 'available' });
            }}
          >
            {t('desk.ready')}
          </Button>
        </div>
      )}
    </div>
  );
}
