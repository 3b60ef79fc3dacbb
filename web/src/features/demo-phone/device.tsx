import { Mic, MicOff, Phone, PhoneOff, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/fields/select';
import { isTextField } from '../../ui/keys/shortcuts';
import { Keypad } from '../../ui/phone/keypad';
import { formatClock } from '../../ui/text/format';
import { useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import type { DemoLine } from './demo-line';
import type { DemoCaller, DemoNumber, DemoPhoneState } from './demo-types';
import { LiveWave } from './live-wave';

export type DeviceProps = { line: DemoLine | null; phone: DemoPhoneState; numbers: readonly DemoNumber[]; dialled: DemoNumber | undefined; onNumber: (number: string) => void; caller: DemoCaller | undefined };

const keys = /^[0-9*#]$/;
const keyShown = 180;

/** The telephone: number, state, waveform, keys, hang up. The keyboard's digits work too. */
export function Device({ line, phone, numbers, dialled, onNumber, caller }: DeviceProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [pressed, setPressed] = useState<string>();
  const isCalling = phone.state === 'dialling' || phone.state === 'ringing' || phone.state === 'connected';
  const mayDial = line !== null && dialled !== undefined && caller !== undefined;

  const press = (key: string): void => {
    setPressed(key);
    line?.press(key);
  };
  useEffect(() => {
    const timer = setTimeout(() => setPressed(undefined), keyShown);
    return () => clearTimeout(timer);
  }, [pressed]);

  const isConnected = phone.state === 'connected';
  useEffect(() => {
    if (!isConnected || line === null) {
      return undefined;
    }
    const onKey = (event: KeyboardEvent): void => {
      if (keys.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !isTextField(event.target)) {
        event.preventDefault();
        setPressed(event.key);
        line.press(event.key);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isConnected, line]);

  return (
    <div className="device">
      <div className="device-screen">
        {isCalling ? (
          <>
            <b className="device-to">{dialled?.name}</b>
            <span className="device-number t2 num">{dialled === undefined ? '' : format.phone(dialled.number)}</span>
          </>
        ) : (
          <div className="device-choose">
            <Select label={t('demo-phone.number')} value={dialled?.number ?? null} options={numbers.map((number) => ({ value: number.number, label: number.name, aside: number.short ?? undefined }))} onChange={(number) => (number === null ? undefined : onNumber(number))} />
            <span className="device-number t2 num">{dialled === undefined ? '\u00a0' : format.phone(dialled.number)}</span>
          </div>
        )}
        <CallState phone={phone} />
        {phone.silent && isCalling && <span className="s warn device-silent">{t('demo-phone.silent')}</span>}
        <LiveWave line={isConnected ? line : null} />
        <Keypad size="large" pressed={pressed} disabled={!isConnected} onPress={press} />
        <div className="device-tools">
          <button type="button" className="device-tool" aria-pressed={phone.muted} disabled={!isConnected || phone.silent} aria-label={phone.muted ? t('demo-phone.unmute') : t('demo-phone.mute')} title={phone.muted ? t('demo-phone.unmute') : t('demo-phone.mute')} onClick={() => line?.mute(!phone.muted)}>
            {phone.muted || phone.silent ? <MicOff aria-hidden="true" /> : <Mic aria-hidden="true" />}
          </button>
          {isCalling ? (
            <button type="button" className="device-tool device-end" aria-label={t('demo-phone.hang_up')} title={t('demo-phone.hang_up')} onClick={() => void line?.hangUp()}>
              <PhoneOff aria-hidden="true" />
            </button>
          ) : (
            <button type="button" className="device-tool device-call" disabled={!mayDial} aria-label={t('demo-phone.call')} title={t('demo-phone.call')} onClick={() => (mayDial ? void line.dial(caller.number, dialled.number) : undefined)}>
              <Phone aria-hidden="true" />
            </button>
          )}
          <button type="button" className="device-tool" aria-pressed={!phone.loud} disabled={!isConnected} aria-label={phone.loud ? t('demo-phone.sound_off') : t('demo-phone.sound_on')} title={phone.loud ? t('demo-phone.sound_off') : t('demo-phone.sound_on')} onClick={() => line?.loud(!phone.loud)}>
            {phone.loud ? <Volume2 aria-hidden="true" /> : <VolumeX aria-hidden="true" />}
          </button>
        </div>
      </div>
    </div>
  );
}

function CallState({ phone }: { phone: DemoPhoneState }): ReactElement {
  const { t } = useTranslation();
  const now = useNow();
  if (phone.state === 'connected') {
    return (
      <span className="device-state ok">
        <i aria-hidden="true" />
        <span role="status">{t('demo-phone.connected')}</span>
        <span className="num" role="timer" aria-live="off">
          {formatClock((now - (phone.connectedAt ?? now)) / 1000)}
        </span>
      </span>
    );
  }
  const words = phone.trouble !== null && phone.state === 'idle' ? t(`refusal.${phone.trouble}`) : phone.state === 'ended' ? endWords(phone.reason, t) : phone.state === 'idle' ? t('demo-phone.ready') : t(`demo-phone.${phone.state}`);
  return (
    <span className={`device-state ${phone.trouble !== null && phone.state === 'idle' ? 'danger' : 't2'}`} role="status">
      {words}
    </span>
  );
}

function endWords(reason: string | null, t: ReturnType<typeof useTranslation>['t']): string {
  return reason === null ? t('demo-phone.ended') : t(`demo-phone.end.${reason}`, { defaultValue: t('demo-phone.ended') });
}
