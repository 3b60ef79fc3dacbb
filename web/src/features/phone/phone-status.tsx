import { LoaderCircle, MicOff, MonitorSmartphone, VolumeX, WifiOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneState, Presence } from '../../api/desk-types';
import { Button } from '../../ui/actions/button';
import { useBrowserPhone } from './phone-context';

type Trouble = { icon: LucideIcon; text: string; hint: string; act?: string; tone: 'warn' | 'danger' | 't2' };

/** Says where calls ring when that is not simply "here". Silent while all is well. */
export function PhoneStatus({ presence, kind }: { presence: Presence; kind: PhoneState['kind'] }): ReactElement | null {
  const { t } = useTranslation();
  const { phone, status } = useBrowserPhone();
  const trouble = presence.state === 'offline' || phone === null ? undefined : troubleOf(status.state, status.needsGesture, kind, t);
  if (trouble === undefined || phone === null) {
    return null;
  }
  const Icon = trouble.icon;
  return (
    <span className={`row g4 phone-status ${trouble.tone}`} role="status" title={trouble.hint}>
      <Icon className="i s" aria-hidden="true" />
      <span className="cut">{trouble.text}</span>
      {trouble.act !== undefined && (
        <Button size="small" onClick={() => void phone.open()}>
          {trouble.act}
        </Button>
      )}
      <span className="sr">{trouble.hint}</span>
    </span>
  );
}

function troubleOf(state: string, needsGesture: boolean, kind: PhoneState['kind'], t: ReturnType<typeof useTranslation>['t']): Trouble | undefined {
  if (needsGesture) {
    return { icon: VolumeX, text: t('desk.phone_silent'), hint: t('desk.phone_silent_hint'), tone: 'warn' };
  }
  switch (state) {
    case 'opening':
      return { icon: LoaderCircle, text: t('desk.phone_opening'), hint: t('desk.phone_opening_hint'), tone: 't2' };
    case 'reconnecting':
      return { icon: WifiOff, text: t('desk.phone_reconnecting'), hint: t('desk.phone_reconnecting_hint'), tone: 'warn' };
    case 'failed':
      return { icon: WifiOff, text: t('desk.phone_failed'), hint: t('desk.phone_failed_hint'), act: t('desk.phone_again'), tone: 'danger' };
    case 'refused':
      return { icon: MicOff, text: t('desk.microphone_refused'), hint: t('desk.microphone_refused_hint'), act: t('desk.phone_again'), tone: 'danger' };
    case 'noMicrophone':
      return { icon: MicOff, text: t('desk.microphone_missing'), hint: t('desk.microphone_missing_hint'), act: t('desk.phone_again'), tone: 'danger' };
    case 'moved':
      return { icon: MonitorSmartphone, text: t('desk.phone_elsewhere'), hint: t('desk.phone_elsewhere_hint'), act: t('desk.phone_take'), tone: 'warn' };
    case 'off':
      return kind === 'browser' ? { icon: MonitorSmartphone, text: t('desk.phone_elsewhere'), hint: t('desk.phone_elsewhere_hint'), act: t('desk.phone_take'), tone: 'warn' } : undefined;
    default:
      return undefined;
  }
}
