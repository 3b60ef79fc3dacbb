import { Archive, Milestone, Phone, PhoneForwarded, Plus, UserPlus, Wrench } from 'lucide-react';
import type { CascadeNode } from '../../ui/fields/cascade-tree';
import type { MenuEntry } from '../../ui/overlays/menu';
import type { PaletteItem } from '../../ui/overlays/palette';
import type { StageKind } from '../../ui/marks/stage-mark';

// Sample contents of the page of parts: data, as it would come from the server, so not translated.

const nothing = (): void => undefined;

export const levels: readonly number[] = Array.from({ length: 96 }, (_, index) => 0.12 + 0.6 * Math.abs(Math.sin(index * 0.43) * Math.cos(index * 0.11 + 1)));

export const categories: readonly CascadeNode[] = [
  {
    id: 'fault',
    label: 'Ürün Hatası',
    count: 412,
    children: [
      { id: 'broken', label: 'Arızalı Ürün', count: 260, children: [{ id: 'drops', label: 'Bağlantı kopuyor', count: 118 }, { id: 'dead', label: 'Açılmıyor', count: 64 }, { id: 'noise', label: 'Gürültülü', count: 12 }] },
      { id: 'missing', label: 'Eksik Parça', count: 41, children: [{ id: 'cable', label: 'Kablo', count: 20 }] },
    ],
  },
  { id: 'bill', label: 'Fatura', count: 190, children: [{ id: 'address', label: 'Adres', count: 80, children: [{ id: 'change', label: 'Adres değişikliği', count: 71 }] }] },
];

export const stages: readonly { kind: StageKind; label: string }[] = [
  { kind: 'new', label: 'Yeni' },
  { kind: 'started', label: 'İnceleniyor' },
  { kind: 'half', label: 'Yönlendirildi' },
  { kind: 'late', label: 'Serviste' },
  { kind: 'waiting', label: 'Müşteri bekleniyor' },
  { kind: 'rejected', label: 'Reddedildi' },
  { kind: 'resolved', label: 'Çözümlendi' },
  { kind: 'closed', label: 'Kapandı' },
];

export const menu: readonly MenuEntry[] = [
  { label: 'Servis başvurusu aç', icon: Wrench, keys: 'w', run: nothing },
  { label: 'Sorumlu', icon: UserPlus, keys: 'a', run: nothing },
  { label: 'Aşama', icon: Milestone, keys: 's', run: nothing },
  { kind: 'line' },
  { label: 'Kapat', icon: Archive, danger: true, run: nothing },
];

export const paletteItems: readonly PaletteItem[] = [
  { key: '1', group: 'Kayıtlar', label: 'ÇB-26-4812', detail: 'Modem bağlantıyı kesiyor', icon: Phone, colour: 'c-call', run: nothing },
  { key: '2', group: 'Kayıtlar', label: 'SB-26-1207', detail: 'bağlı servis', icon: Wrench, colour: 'c-visit', run: nothing },
  { key: '3', group: 'Komutlar', label: 'Yeni başvuru', icon: Plus, keys: 'n', run: nothing },
  { key: '4', group: 'Komutlar', label: 'Çağrıyı aktar', icon: PhoneForwarded, keys: 't', run: nothing },
];

export type SampleRow = { id: string; group: string; subject: string; customer: string; stage: StageKind; stageLabel: string; clock: 'running' | 'soon' | 'late' | 'paused'; used: number; left: string; moved: string; unread?: boolean };

export const rows: readonly SampleRow[] = [
  { id: 'ÇB-26-4779', group: 'Süresi geçen · 1', subject: 'İnternet yok, konut, Karşıyaka', customer: 'Hatice Şimşek', stage: 'started', stageLabel: 'İnceleniyor', clock: 'late', used: 1, left: '18 dk geçti', moved: '13:52' },
  { id: 'ÇB-26-4797', group: 'Sıradaki · 3', subject: 'Fatura adresi değişikliği', customer: 'Öz Işık Matbaa Ltd. Şti.', stage: 'started', stageLabel: 'İnceleniyor', clock: 'soon', used: 0.86, left: '38 dk', moved: '14:20' },
  { id: 'ÇB-26-4812', group: 'Sıradaki · 3', subject: 'Modem bağlantıyı kesiyor', customer: 'Ege Lojistik A.Ş.', stage: 'half', stageLabel: 'Yönlendirildi', clock: 'running', used: 0.5, left: '7 sa 50 dk', moved: '18.11', unread: true },
  { id: 'ÇB-26-4808', group: 'Sıradaki · 3', subject: 'Hız taahhüdün altında, 40 Mb/sn', customer: 'Ümit Çağlar', stage: 'new', stageLabel: 'Yeni', clock: 'running', used: 0.1, left: '7 sa 55 dk', moved: '13:40' },
  { id: 'ÇB-26-4655', group: 'Müşteride, süre duruyor · 1', subject: 'Statik IP talebi, sözleşme imzası bekleniyor', customer: 'Ege Lojistik A.Ş.', stage: 'waiting', stageLabel: 'Müşteri bekleniyor', clock: 'paused', used: 0, left: 'duruyor', moved: '02.10' },
];
