import { Grid3x3, MicOff, Pause, PhoneCall, PhoneForwarded, PhoneOff, ShieldCheck, UsersRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/actions/button';
import { Capsule, Countdown } from '../../ui/phone/capsule';
import { PhoneBar, PhoneTool, PhoneTools, PresenceButton, QueueFigure } from '../../ui/phone/phone-bar';
import { serverNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';

export function PhoneParts(): ReactElement {
  const format = useFormat();
  const [start] = useState(serverNow);
  const [isHeld, setIsHeld] = useState(false);
  return (
    <div className="parts-bars">
      <PhoneBar
        label="Telefon, görüşmede"
        queues={
          <>
            <QueueFigure name="Teknik Destek" waiting={4} longestSince={start - 72_000} level={format.percent(86)} />
            <QueueFigure name="İleri Destek" waiting={3} longestSince={start - 220_000} level={format.percent(64)} tone="danger" />
          </>
        }
      >
        <PresenceButton tone="accent" state="Görüşmede" />
        <Capsule icon={PhoneCall} name="Selin Kaya" number={format.phone('+902325550142')} since={start - 252_000} tone={isHeld ? 'held' : 'live'} recording="Kaydediliyor" />
        <PhoneTools label="Görüşme">
          <PhoneTool icon={Pause} label="Beklet" keys="h" pressed={isHeld} onClick={() => setIsHeld(!isHeld)} />
          <PhoneTool icon={PhoneForwarded} label="Aktar" keys="t" />
          <PhoneTool icon={UsersRound} label="Konferans" />
          <PhoneTool icon={ShieldCheck} label="Doğrula" />
          <PhoneTool icon={Grid3x3} label="Tuşlar" />
          <PhoneTool icon={MicOff} label="Sustur" disabled />
          <PhoneTool icon={PhoneOff} label="Bitir" hangUp />
        </PhoneTools>
      </PhoneBar>
      <PhoneBar label="Telefon, toparlama" queues={<QueueFigure name="Teknik Destek" waiting={0} />}>
        <PresenceButton tone="info" state="Toparlama" since={start - 22_000} />
        <Countdown until={start + 38_000} total={60_000}>
          <Button look="quiet" size="small">
            +30 sn
          </Button>
        </Countdown>
        <span className="t2">Çağrı sonucu</span>
        <Button keys="1">Çözüldü</Button>
        <Button keys="2" aria-pressed="true">
          Yönlendirildi
        </Button>
        <Button keys="3">Geri aranacak</Button>
        <Button look="primary" keys="ctrl+enter">
          Hazır ol
        </Button>
      </PhoneBar>
    </div>
  );
}
