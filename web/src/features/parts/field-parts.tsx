import { Search } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { CascadeField } from '../../ui/fields/cascade-field';
import { Checkbox } from '../../ui/fields/checkbox';
import { DateField } from '../../ui/fields/date-field';
import { Field } from '../../ui/fields/field';
import { MultiSelect, Select } from '../../ui/fields/select';
import { TextArea } from '../../ui/fields/text-area';
import { TextInput } from '../../ui/fields/text-input';
import { Panel } from '../../ui/layout/panel';
import { Kbd } from '../../ui/marks/kbd';
import { categories } from './samples';

const priorities = ['Düşük', 'Olağan', 'Yüksek', 'Acil'].map((label) => ({ value: label, label }));

export function FieldParts(): ReactElement {
  const [priority, setPriority] = useState<string | null>('Yüksek');
  const [teams, setTeams] = useState<string[]>(['Olağan', 'Acil']);
  const [place, setPlace] = useState('Bornova');
  const [serial, setSerial] = useState('FLX2-26-0814');
  const [category, setCategory] = useState<string | null>('drops');
  const [day, setDay] = useState<string | null>('2026-11-24');
  const [note, setNote] = useState('Müşteri peşin ödeyecek.');
  const [text, setText] = useState('');
  const [reads, setReads] = useState(true);
  const [calls, setCalls] = useState(false);
  return (
    <Panel title="Alanlar">
      <div className="stack">
        <div className="two">
          <Field label="Seçim">
            <Select options={priorities} value={priority} onChange={setPriority} />
          </Field>
          <Field label="Metin">
            <TextInput value={place} onChange={setPlace} />
          </Field>
          <Field label="Tarih">
            <DateField value={day} onChange={setDay} />
          </Field>
          <Field label="Kapalı">
            <TextInput value="ÇB-26-4812" onChange={() => undefined} disabled />
          </Field>
        </div>
        <Field label="Kategori">
          <CascadeField nodes={categories} value={category} onChange={setCategory} clearable />
        </Field>
        <Field label="Seri no" required error="15 hane olmalı, 12 hane var. Yazdığın durur.">
          <TextInput value={serial} onChange={setSerial} />
        </Field>
        <Field label="Birden çok">
          <MultiSelect options={priorities} value={teams} onChange={setTeams} />
        </Field>
        <Field label="Not" hint="Müşteriye gitmez.">
          <TextArea value={note} onChange={setNote} />
        </Field>
        <TextInput type="search" aria-label="Görünümde ara" icon={Search} placeholder="Görünümde ara" value={text} onChange={setText} after={<Kbd keys="/" />} />
        <div className="row g16">
          <Checkbox checked={reads} onChange={setReads} label="Faturayı oku" />
          <Checkbox checked={calls} onChange={setCalls} label="Geri ara" />
          <Checkbox checked={false} partly onChange={() => undefined} label="Bazıları" />
        </div>
      </div>
    </Panel>
  );
}
