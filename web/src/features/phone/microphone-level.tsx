import { Mic, MicOff } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrowserPhone } from './phone-context';

/** A small bar that moves with the agent's voice: "I am heard" without asking the caller. */
export function MicrophoneLevel({ muted }: { muted: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { phone, status } = useBrowserPhone();
  const bar = useRef<HTMLElement>(null);

  useEffect(() => {
    if (phone === null || muted) {
      return undefined;
    }
    let frame = requestAnimationFrame(function draw() {
      if (bar.current !== null) {
        bar.current.style.transform = `scaleY(${Math.max(0.06, phone.meter.read()).toFixed(2)})`;
      }
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [phone, muted]);

  if (status.state !== 'ready') {
    return null;
  }
  const label = muted ? t('desk.microphone_off') : t('desk.microphone_on');
  return (
    <span className="mic-level t2" role="img" aria-label={label} title={label}>
      {muted ? <MicOff className="i s" aria-hidden="true" /> : <Mic className="i s" aria-hidden="true" />}
      {!muted && (
        <span className="mic-track">
          <i ref={bar} />
        </span>
      )}
    </span>
  );
}
