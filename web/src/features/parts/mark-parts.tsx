import { Eye, PenLine, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../../ui/actions/button';
import { Panel } from '../../ui/layout/panel';
import { Skeleton } from '../../ui/layout/skeleton';
import { Avatar, NoAvatar } from '../../ui/marks/avatar';
import { Clock } from '../../ui/marks/clock';
import { Count } from '../../ui/marks/count';
import { Dot } from '../../ui/marks/dot';
import { Progress } from '../../ui/marks/progress';
import { StageMark } from '../../ui/marks/stage-mark';
import { StageRail } from '../../ui/marks/stage-rail';
import { Tag } from '../../ui/marks/tag';
import { useFormat } from '../../ui/text/use-format';
import { stages } from './samples';

const colours = ['bg', 'panel', 'chip', 'hover', 'selected', 'accent', 'ok', 'warn', 'danger', 'info', 'mail', 'web'];

export function MarkParts(): ReactElement {
  const format = useFormat();
  return (
    <>
      <Panel title="Etiket, sayaç, kişi">
        <div className="stack">
          <div className="row wrap">
            <Tag>Kurumsal</Tag>
            <Tag tone="line">taslak var</Tag>
            <Tag tone="ok" icon={ShieldCheck}>
              Doğrulandı
            </Tag>
            <Tag tone="warn">Parça yok</Tag>
            <Tag tone="danger">1 geç</Tag>
            <Tag tone="info">bilgi</Tag>
            <Tag tone="accent">sürüyor 04:12</Tag>
          </div>
          <div className="row wrap">
            <Count value={12} />
            <Count value={4} look="bad" />
            <Count value={2} look="new" />
            <Dot label="Okunmamış" />
            <Avatar name="Merve Aydın" />
            <Avatar name="Faruk Demir" me />
            <NoAvatar label="Kimse" />
            <span className="row g4 t2 s">
              <Eye className="i s" aria-hidden="true" />
              <Avatar name="Merve Aydın" />
              bakıyor
            </span>
            <span className="row g4 t2 s">
              <PenLine className="i s" aria-hidden="true" />
              <Avatar name="Hatice Bulut" />
              yazıyor
            </span>
            <Avatar name="Ege Lojistik" size="large" square />
          </div>
        </div>
      </Panel>
      <Panel title="Süre">
        <div className="two">
          <Clock state="running" used={0.3} label={format.duration(27_960)} />
          <span className="t2">rahat: nötr</span>
          <Clock state="soon" used={0.86} label={format.duration(2280)} />
          <span className="t2">son beşte bir: turuncu</span>
          <Clock state="late" label="18 dk geçti" />
          <span className="t2">geçti: kırmızı, dolu</span>
          <Clock state="paused" label="duruyor" />
          <span className="t2">müşteride</span>
          <Clock state="met" label="süresinde" />
          <span className="t2">tutuldu</span>
        </div>
      </Panel>
      <Panel title="Aşama">
        <div className="stack">
          <div className="two">
            {stages.map((stage) => (
              <StageMark key={stage.kind} kind={stage.kind} label={stage.label} />
            ))}
          </div>
          <StageRail
            label="Aşamalar"
            onPress={() => undefined}
            steps={[
              { key: '1', label: 'Yeni', state: 'done', note: '10:12' },
              { key: '2', label: 'İnceleniyor', state: 'done', note: '10:17' },
              { key: '3', label: 'Serviste', state: 'now', note: '3 gün' },
              { key: '4', label: 'Çözümlendi', state: 'next', note: '23.11' },
            ]}
          />
        </div>
      </Panel>
      <Panel title="Biçimler">
        <div className="two num">
          <span>{format.dateTime('2026-11-24T11:24:00Z')}</span>
          <span>{format.day('2026-11-18T10:00:00Z')}</span>
          <span>{format.money({ minor: 486_000, currency: 'TRY' })}</span>
          <span>{format.percent(86)}</span>
          <span>{format.phone('+905321112233')}</span>
          <span>{format.phone('+46101234567')}</span>
          <span>{format.maskedPhone('+905050001207')}</span>
          <span>{format.duration(18_600)}</span>
        </div>
      </Panel>
      <Panel title="Uzun iş">
        <div className="stack">
          <div className="row">
            <span className="md">Dışa aktarma</span>
            <span className="t2 num">
              {format.number(41_200)} / {format.number(100_000)}
            </span>
            <Button look="quiet" size="small" className="end">
              Durdur
            </Button>
          </div>
          <Progress value={0.41} label="Dışa aktarma" />
          <p className="s t2">Sayfadan çıkabilirsin, bitince haber verilir.</p>
        </div>
      </Panel>
      <Panel title="İskelet">
        <Skeleton delay={0} />
      </Panel>
      <Panel title="Renkler">
        <div className="parts-swatches">
          {colours.map((colour) => (
            <span key={colour}>
              <i style={{ background: `var(--${colour})` }} />
              {colour}
            </span>
          ))}
        </div>
      </Panel>
    </>
  );
}

