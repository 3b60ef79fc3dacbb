import { Ellipsis, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { Segmented } from '../../ui/actions/segmented';
import { Panel } from '../../ui/layout/panel';

export function ActionParts(): ReactElement {
  const [span, setSpan] = useState<'day' | 'week'>('day');
  return (
    <Panel title="Düğmeler">
      <div className="stack">
        <div className="row wrap">
          <Button look="primary">Kaydet</Button>
          <Button>Siparişi aç</Button>
          <Button look="quiet">Vazgeç</Button>
          <Button look="danger">Sil</Button>
          <Button disabled>Yayınla</Button>
          <IconButton icon={Ellipsis} label="Diğer" />
        </div>
        <div className="row wrap">
          <Button look="primary" keys="ctrl+enter">
            Kaydet
          </Button>
          <Button keys="w">Servis aç</Button>
          <Button look="primary" busy>
            Kaydediliyor
          </Button>
          <Button size="small">Küçük</Button>
          <IconButton size="small" icon={Plus} label="Ekle" />
          <Segmented
            label="Aralık"
            value={span}
            onChange={setSpan}
            options={[
              { value: 'day', label: 'Gün' },
              { value: 'week', label: 'Hafta' },
            ]}
          />
        </div>
        <div className="row wrap">
          <Button look="primary" size="large" keys="enter">
            Cevapla
          </Button>
          <Button size="large">Büyük</Button>
        </div>
      </div>
    </Panel>
  );
}
