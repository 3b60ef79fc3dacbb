import { BookOpen, CloudCheck, Globe, ListChecks, Mail, MessageSquare, Paperclip, Phone, PhoneCall, PhoneIncoming, Play, StickyNote } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { AddFilterChip, FilterChip } from '../../ui/layout/filter-chip';
import { Facts, Panel, SideSection } from '../../ui/layout/panel';
import { Tabs } from '../../ui/layout/tabs';
import { Clock } from '../../ui/marks/clock';
import { Count } from '../../ui/marks/count';
import { Dot } from '../../ui/marks/dot';
import { StageMark } from '../../ui/marks/stage-mark';
import { Tag } from '../../ui/marks/tag';
import { Waveform } from '../../ui/marks/waveform';
import type { Column } from '../../ui/records/columns';
import { Composer } from '../../ui/records/composer';
import { Table, type Sort } from '../../ui/records/table';
import { Timeline, TimelineDay, TimelineEntry, TimelineLine } from '../../ui/records/timeline';
import { Cut } from '../../ui/text/cut';
import { levels, rows, type SampleRow } from './samples';

const columns: readonly Column<SampleRow>[] = [
  { key: 'id', title: 'No', width: 116, sortable: true, cell: (row) => <span className="t2">{row.id}</span> },
  { key: 'channel', title: 'Kanal', titleHidden: true, width: 32, rank: 3, cell: () => <Phone className="i c-call" aria-hidden="true" /> },
  {
    key: 'subject',
    title: 'Konu',
    minWidth: 160,
    cell: (row) => (
      <span className="row">
        <Cut>{row.subject}</Cut>
        {row.unread === true && <Dot label="Okunmamış" />}
      </span>
    ),
  },
  { key: 'customer', title: 'Müşteri', width: 176, rank: 2, cell: (row) => <Cut className="t2">{row.customer}</Cut> },
  { key: 'stage', title: 'Aşama', width: 164, cell: (row) => <StageMark kind={row.stage} label={row.stageLabel} /> },
  { key: 'left', title: 'Çözüm süresi', width: 116, sortable: true, rank: 1, cell: (row) => <Clock state={row.clock} used={row.used} label={row.left} /> },
  { key: 'moved', title: 'Son hareket', width: 92, align: 'right', rank: 4, cell: (row) => row.moved },
];

export function RecordParts(): ReactElement {
  const [current, setCurrent] = useState<string | undefined>('ÇB-26-4797');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['ÇB-26-4812']));
  const [sort, setSort] = useState<Sort>({ key: 'left', descending: false });
  const [view, setView] = useState<'mine' | 'late' | 'free'>('mine');
  const [mode, setMode] = useState<'note' | 'mail' | 'sms'>('note');
  const [text, setText] = useState('Müşteri modemi bugün kargoya verebileceğini söyledi, yedek cihaz istiyor.');
  const [played, setPlayed] = useState(0.34);
  return (
    <>
      <Panel flush>
        <div className="panel-body">
          <Tabs
            label="Görünümler"
            value={view}
            onChange={setView}
            tabs={[
              { key: 'mine', label: 'Bendekiler', count: <Count value={12} /> },
              { key: 'late', label: 'Geç kalan', count: <Count value={4} look="bad" /> },
              { key: 'free', label: 'Sahipsiz' },
            ]}
          />
          <div className="row wrap filter-row">
            <FilterChip name="Ekip" value="Teknik Destek" onEdit={() => undefined} onRemove={() => undefined} />
            <FilterChip name="Geliş" value="Bugün" onRemove={() => undefined} />
            <AddFilterChip label="Süz" keys="f" onPress={() => undefined} />
          </div>
        </div>
        <Table
          label="Başvurular"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.subject}
          groupOf={(row) => row.group}
          current={current}
          onCurrent={setCurrent}
          onOpen={() => undefined}
          selected={selected}
          onSelect={setSelected}
          sort={sort}
          onSort={setSort}
          isUnread={(row) => row.unread === true}
          keys
        />
      </Panel>
      <div className="parts-record">
        <div className="stack">
          <Timeline label="Olaylar">
            <TimelineDay>18 Kasım Çarşamba</TimelineDay>
            <TimelineEntry icon={PhoneIncoming} channel="call" title="Gelen çağrı" who="Selin Kaya → Faruk Demir" time="10:12">
              <div className="row">
                <IconButton icon={Play} label="Dinle" size="small" />
                <Waveform levels={levels} played={played} onSeek={setPlayed} label="Kayıtta konum" />
                <span className="num t2">04:38</span>
              </div>
            </TimelineEntry>
            <TimelineEntry icon={StickyNote} channel="note" title="Not" who="Faruk Demir" tags={<Tag tone="line">İç</Tag>} time="10:16">
              Günde 5–6 kez kopuyor, PON ışığı kırmızı yanıp sönüyor. Yeniden başlatma ve kablo değişimi denendi, düzelmedi.
            </TimelineEntry>
            <TimelineLine mark={<StageMark kind="half" />} time="10:17">
              <b className="md">İnceleniyor</b> → <b className="md">Yönlendirildi</b> · İleri Destek · “Donanım şüphesi”
            </TimelineLine>
            <TimelineEntry icon={Mail} channel="mail" title="Giden e-posta" who="selin.kaya@egelojistik.example" tags={<Tag tone="ok">Okundu 10:31</Tag>} time="10:18">
              ÇB-26-4812 kaydınız alındı
            </TimelineEntry>
            <TimelineDay>Bugün</TimelineDay>
            <TimelineEntry icon={PhoneCall} channel="call" live title="Gelen çağrı" tags={<Tag tone="accent">sürüyor 04:12</Tag>} who="1 Teknik sorun · 00:38 bekledi · şifreyle doğrulandı" time="14:31">
              <div className="row">
                <Waveform levels={levels} played={0.6} label="Görüşmenin sesi" />
              </div>
            </TimelineEntry>
          </Timeline>
          <Composer
            label="Yaz"
            modes={[
              { key: 'note', label: 'Takip notu', icon: StickyNote },
              { key: 'mail', label: 'E-posta', icon: Mail },
              { key: 'sms', label: 'SMS', icon: MessageSquare },
            ]}
            mode={mode}
            onMode={setMode}
            value={text}
            onChange={setText}
            triggers={[
              { sign: '::', label: 'şablon' },
              { sign: '??', label: 'bilgi' },
              { sign: '@@', label: 'kişi' },
            ]}
            tools={
              <>
                <IconButton look="quiet" size="small" icon={Paperclip} label="Dosya ekle" />
                <IconButton look="quiet" size="small" icon={ListChecks} label="Yapılacaklar" />
              </>
            }
            state={
              <>
                <CloudCheck className="i s" aria-hidden="true" />
                Taslak kaydedildi 14:35
              </>
            }
            aside={
              <Button look="quiet" size="small" icon={Globe}>
                Müşteri de görsün
              </Button>
            }
            sendLabel="Kaydet"
            onSend={() => undefined}
          />
        </div>
        <Panel flush>
          <SideSection title="Müşteri" icon={BookOpen} aside="2 / 5">
            <Facts
              rows={[
                { label: 'Kurum', value: 'Ege Lojistik A.Ş.' },
                { label: 'Dil', value: 'Türkçe' },
              ]}
            />
          </SideSection>
          <SideSection title="Benzer açık sorunlar" icon={ListChecks}>
            <p className="t2">Aynı model ve yazılım 2.4.1</p>
          </SideSection>
        </Panel>
      </div>
    </>
  );
}
