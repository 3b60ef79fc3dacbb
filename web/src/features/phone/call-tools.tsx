import { Circle, CirclePause, Grid3x3, MicOff, Pause, PhoneCall, PhoneForwarded, PhoneOff, Play, Shield, ShieldCheck, Undo2 } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { CallCommand, DeskCall } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { openTransfer, useTransferOpen } from '../../api/side-bridge';
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

/** The live call; who is only asked about it hears and leaves. */
export function CallTools({ call }: { call: DeskCall }): ReactElement {
  return call.consult?.isAsked === true ? <AskedTools call={call} name={call.consult.name} since={call.consult.since} /> : <OwnTools call={call} />;
}

function AskedTools({ call, name, since }: { call: DeskCall; name: string; since: string }): ReactElement {
  const { t } = useTranslation();
  const { mutate } = useCallCommand();
  const text = useRefusalText();
  return (
    <>
      <Capsule icon={PhoneCall} name={t('desk.consult_asked', { name })} since={Date.parse(since)} />
      <MicrophoneLevel muted={false} />
      <PhoneTools label={t('desk.call_tools')}>
        <PhoneTool icon={PhoneOff} label={t('desk.consult_leave')} hangUp onClick={() => mutate({ callId: call.callId, command: 'hang-up' }, { onError: (error) => toast({ kind: 'error', title: text(error) }) })} />
      </PhoneTools>
    </>
  );
}

function OwnTools({ call }: { call: DeskCall }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { phone } = useBrowserPhone();
  const { mutate } = useCallCommand();
  const text = useRefusalText();
  const number = call.callingNumber == null ? t('customers.withheld') : format.phone(call.callingNumber);
  const name = call.customer?.contactName ?? call.customer?.name;
  const isHeld = call.state === 'onHold';
  const isVerifying = call.state === 'verifying';
  const consult = call.consult ?? null;
  const isBusy = isVerifying || consult !== null;
  const isAside = consult !== null && (consult.state === 'ringing' || consult.state === 'speaking');
  const order = (command: CallCommand): void => mutate({ callId: call.callId, command }, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
  const hold = (): void => order(isHeld ? 'resume' : 'hold');
  const mute = (): void => {
    phone?.mute(!call.muted);
    order(call.muted ? 'unmute' : 'mute');
  };
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isTransferring = useTransferOpen(call.callId);
  const startTransfer = (): void => {
    openTransfer(isTransferring ? null : call.callId);
    if (pathname !== '/desk') {
      void navigate('/desk');
    }
  };
  const group = t('desk.keys_call');

  useShortcuts([{ key: 'h', label: isHeld ? t('desk.resume') : t('desk.hold'), group, run: hold }], !isBusy);
  useShortcuts([{ key: 't', label: t('desk.transfer'), group, run: startTransfer }], !isBusy);
  useShortcuts([{ key: 'y', label: t('desk.verify'), group, run: () => order('verify') }], !isBusy && call.class !== 'verifiedCorporate');
  const recorded = useRecordAct(call, order);
  useShortcuts(recorded === null ? [] : [{ key: 'd', label: recorded.label, group, run: recorded.run }], recorded !== null);
  useShortcuts([
    { key: 'm', label: call.muted ? t('desk.unmute') : t('desk.mute'), group, run: mute },
  ]);

  return (
    <>
      {isVerifying ? (
        <Capsule icon={Shield} tone="held" name={t('desk.in_verification')} number={number} since={Date.parse(call.verification.steps[0]?.at ?? call.arrivedAt)} />
      ) : (
        <Capsule icon={isHeld || isAside ? Pause : PhoneCall} tone={isHeld || isAside ? 'held' : 'live'} name={name ?? number} {...(name === undefined ? {} : { number })} since={Date.parse(call.connectedAt ?? call.arrivedAt)} recording={call.recording?.state === 'running' ? t('desk.recording.running') : undefined} />
      )}
      <CallNotes call={call} />
      {consult !== null && <Capsule icon={PhoneForwarded} tone={consult.state === 'waiting' ? 'held' : 'live'} name={consult.name} number={t(`desk.consult_state.${consult.state}`)} since={Date.parse(consult.since)} />}
      <MicrophoneLevel muted={call.muted || isHeld || isVerifying} />
      <PhoneTools label={t('desk.call_tools')}>
        {consult === null && <PhoneTool icon={isHeld ? Play : Pause} label={isHeld ? t('desk.resume') : t('desk.hold')} keys="h" pressed={isHeld} disabled={isVerifying} onClick={hold} />}
        <PhoneTool icon={MicOff} label={call.muted ? t('desk.unmute') : t('desk.mute')} keys="m" pressed={call.muted} onClick={mute} />
        {consult === null && <PhoneTool icon={PhoneForwarded} label={t('desk.transfer')} keys="t" pressed={isTransferring} disabled={isVerifying} onClick={startTransfer} />}
        {isVerifying && <PhoneTool icon={Undo2} label={t('desk.take_back')} onClick={() => order('take-back')} />}
        {!isBusy && call.class !== 'verifiedCorporate' && <PhoneTool icon={ShieldCheck} label={t('desk.verify')} keys="y" onClick={() => order('verify')} />}
        {recorded !== null && <PhoneTool icon={recorded.icon} label={recorded.label} keys="d" pressed={call.recording?.state === 'paused'} onClick={recorded.run} />}
        {consult === null && <CallKeypad callId={call.callId} disabled={isVerifying} />}
        <PhoneTool icon={PhoneOff} label={t('desk.hang_up')} hangUp onClick={() => order('hang-up')} />
      </PhoneTools>
    </>
  );
}

/** What the agent can do with the recording just now; null: nothing. */
function useRecordAct(call: DeskCall, order: (command: CallCommand) => void): { icon: typeof Circle; label: string; run: () => void } | null {
  const { t } = useTranslation();
  switch (call.recording?.state) {
    case 'running':
      return { icon: CirclePause, label: t('desk.record_pause'), run: () => order('recording/pause') };
    case 'paused':
      return { icon: Circle, label: t('desk.record_resume'), run: () => order('recording/resume') };
    case 'off':
    case 'failed':
      return call.recording.mayStart && call.state === 'talking' ? { icon: Circle, label: t('desk.record'), run: () => order('recording/start') } : null;
    default:
      return null;
  }
}

/** What the agent is to know of his call besides its time: the recording, and a supervisor who speaks in it. */
function CallNotes({ call }: { call: DeskCall }): ReactElement | null {
  const { t } = useTranslation();
  const recording = call.recording?.state;
  const supervisor = call.supervisor;
  return (
    <>
      {(recording === 'announcing' || recording === 'paused' || recording === 'failed') && (
        <span className={recording === 'failed' ? 'danger s' : 't2 s'} role="status">
          {t(`desk.recording.${recording}`)}
        </span>
      )}
      {supervisor != null && (
        <span className="acc s" role="status">
          {t(`desk.supervisor.${supervisor.mode}`, { name: supervisor.name })}
        </span>
      )}
    </>
  );
}

const keys = /^[0-9*#]$/;

function CallKeypad({ callId, disabled }: { callId: string; disabled: boolean }): ReactElement {
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
      <PhoneTool ref={button} icon={Grid3x3} label={t('desk.keypad')} aria-haspopup="dialog" aria-expanded={isOpen} disabled={disabled} onClick={() => setIsOpen(!isOpen)} />
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
