import { Inbox, TriangleAlert } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { Button } from '../../ui/actions/button';
import { Field } from '../../ui/fields/field';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Notice } from '../../ui/layout/notice';
import { Panel } from '../../ui/layout/panel';
import { Dialog } from '../../ui/overlays/dialog';
import { MenuButton } from '../../ui/overlays/menu';
import { Palette } from '../../ui/overlays/palette';
import { Popover } from '../../ui/overlays/popover';
import { ShortcutHelp } from '../../ui/overlays/shortcut-help';
import { toast, ToastBox } from '../../ui/overlays/toasts';
import { Keypad } from '../../ui/phone/keypad';
import { menu, paletteItems } from './samples';

export function OverlayParts(): ReactElement {
  const [shown, setShown] = useState<'dialog' | 'palette' | 'keys' | 'keypad' | null>(null);
  const [note, setNote] = useState('Müşteri peşin ödeyecek');
  const keypad = useRef<HTMLButtonElement>(null);
  const close = (): void => setShown(null);
  useShortcuts([
    { key: 'ctrl+k', label: 'Komutlar', group: 'Her yerde', run: () => setShown('palette') },
    { key: '?', label: 'Kısayollar', group: 'Her yerde', run: () => setShown('keys') },
  ]);

  return (
    <>
      <Panel title="Üstte açılanlar">
        <div className="row wrap">
          <Button onClick={() => setShown('dialog')}>Pencere</Button>
          <Button keys="ctrl+k" onClick={() => setShown('palette')}>
            Komutlar
          </Button>
          <Button keys="?" onClick={() => setShown('keys')}>
            Kısayollar
          </Button>
          <MenuButton label="İşlemler" entries={menu}>
            {(props) => <Button {...props}>Menü</Button>}
          </MenuButton>
          <Button ref={keypad} onClick={() => setShown('keypad')}>
            Tuşlar
          </Button>
          <Button onClick={() => toast({ title: 'SB-26-1207 açıldı', undo: () => toast({ kind: 'info', title: 'Geri alındı' }) })}>Bildir</Button>
        </div>
      </Panel>
      <Panel title="Bildirim örnekleri">
        <div className="stack">
          <ToastBox toast={{ id: -1, kind: 'done', title: 'SB-26-1207 açıldı', undo: () => undefined }} onUndo={() => undefined} />
          <ToastBox toast={{ id: -2, kind: 'offline', title: 'Bağlantı yok. Yazdıkların bu cihazda duruyor.' }} onUndo={() => undefined} />
          <ToastBox
            toast={{ id: -3, kind: 'error', title: 'Fatura kesilemedi', detail: 'Tedarikçinin vergi numarası eksik. Taslak saklandı.', action: { label: 'Tamamla', run: () => undefined } }}
            onUndo={() => undefined}
          />
        </div>
      </Panel>
      <Panel title="Sayfada söylenenler">
        <div className="stack g8">
          <Notice>Posta kutusu sonra Ayarlar’dan bağlanır.</Notice>
          <Notice tone="ok">İki adımlı giriş açıldı.</Notice>
          <Notice tone="warn">Kayıt bu arada değişti, senin metnin duruyor.</Notice>
          <Notice tone="danger" title="Kaydedilemedi" action={<Button size="small">Yeniden dene</Button>}>
            Sunucuya ulaşılamadı. Yazdıklarınız duruyor.
          </Notice>
        </div>
      </Panel>
      <Panel flush>
        <EmptyState icon={Inbox} title="Süresi geçen başvuru yok" action={<Button>Bugün dolacaklar</Button>}>
          Sıradaki 38 dk sonra dolacak.
        </EmptyState>
      </Panel>
      {shown === 'dialog' && (
        <Dialog title="Başvuru çözümlensin mi?" confirmLabel="Yine de çözümle" onConfirm={close} onClose={close}>
          <div className="row">
            <TriangleAlert className="i warn" aria-hidden="true" />
            <span>Servis başvurusu SB-26-1207 açık, fatura SF-26-3310 ödenmedi.</span>
          </div>
          <Field label="Not" hint="Müşteriye gitmez.">
            <TextInput value={note} onChange={setNote} />
          </Field>
        </Dialog>
      )}
      {shown === 'palette' && <Palette items={paletteItems} onClose={close} />}
      {shown === 'keys' && <ShortcutHelp onClose={close} />}
      {shown === 'keypad' && (
        <Popover anchor={keypad} onClose={close} label="Tuşlar">
          <div className="panel-body">
            <Keypad onPress={() => undefined} />
          </div>
        </Popover>
      )}
    </>
  );
}
