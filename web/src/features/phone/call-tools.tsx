import { Grid3x3, MicOff, Pause, PhoneCall, PhoneOff, Play } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCommand, DeskCall } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { Popover } from '../../ui/overlays/popover';
import { toast } from '../../ui/overlays/toasts';
import { Capsule } from '../../ui/phone/capsule';
import { Keypad } from '../../ui/phone/keypad';
import { PhoneTool, PhoneTools } from '../../ui/phone/phone-bar';
import { useFormat } from '../../ui/text/use-format';
import { MicrophoneLevel } from './microphone-level';
import { useBrowserPhone } from './phone-context';
import { useCallCommand, usePressKeys } from './use-desk';

/** The live call: who and how long, hold, mute, keypad, hang up. */
export function CallTools({ call }: { call: DeskCall }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { phone } = useBrowserPhone();
  const { mutate } = useCallCommand();
  const text = useRefusalText();
  const number = call.callingNumber == null ? t('customers.withheld') : format.phone(call.callingNumber);
  const name = call.customer?.contactName ?? call.customer?.name;
  const isHeld = call.state === 'onHold';
  const order = (command: CallCommand): void => mutate({ callId: call.callId, command }, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
  const hold = (): void => order(isHeld ? 'resume' : 'hold');
  const mute = (): void => {
    phone?.mute(!call.muted);
    order(call.muted ? 'unmute' : 'mute');
  };
  const group = t('desk.keys_call');

  useShortcuts([
    { key: 'h', label: isHeld ? t('desk.resume') : t('desk.hold'), group, run: hold },
    { key: 'm', label: call.muted ? t('desk.unmute') : t('desk.mute'), group, run: mute },
  ]);

  return (
    <>
      <Capsule icon={isHeld ? Pause : PhoneCall} tone={isHeld ? 'held' : 'live'} name={name ?? number} {...(name === undefined ? {} : { number })} since={Date.parse(call.connectedAt ?? call.arrivedAt)} />
      <MicrophoneLevel muted={call.muted || isHeld} />
      <PhoneTools label={t('desk.call_tools')}>
        <PhoneTool icon={isHeld ? Play : Pause} label={isHeld ? t('desk.resume') : t('desk.hold')} keys="h" pressed={isHeld} onClick={hold} />
        <PhoneTool icon={MicOff} label={call.muted ? t('desk.unmute') : t('desk.mute')} keys="m" pressed={call.muted} onClick={mute} />
        <CallKeypad callId={call.callId} />
        <PhoneTool icon={PhoneOff} label={t('desk.hang_up')} hangUp onClick={() => order('hang-up')} />
      </PhoneTools>
    </>
  );
}

const keys = /^[0-9*#]$/;

function CallKeypad({ callId }: { callId: string }): ReactElement {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [pressed, setPressed] = useState('');
  const { mutate } = usePressKeys();
  const text = useRefusalText();
  const press = (key: string): void => {
    setPressed((before) => `${before}${key}`.slice(-16));
    mutate({ callId, keys: key }, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
  };

  return (
    <>
      <PhoneTool ref={button} icon={Grid3x3} label={t('desk.keypad')} aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} />
      {isOpen && (
        <Popover anchor={button} onClose={() => setIsOpen(false)} label={t('desk.keypad')}>
          <div
            className="call-keypad"
            onKeyDown={(event) => {
              if (keys.test(event.key)) {
                event.preventDefault();
                event.stopPropagation();
                press(event.key);
              }
            }}
          >
            <output className="num" aria-label={t('desk.keys_pressed')}>
              {pressed === '' ? '\u00a0' : pressed}
            </output>
            <Keypad onPress={press} />
          </div>
        </Popover>
      )}
    </>
  );
}
