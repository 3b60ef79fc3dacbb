import { Plus, X } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { toast } from '../../../ui/overlays/toasts';
import { useFormat } from '../../../ui/text/use-format';
import { pressKey } from '../press-key';
import { minorOf } from '../subscriptions/use-subscriptions';
import { useTakeOrder, type SaleSource } from './use-sales';

type Line = { product: string; quantity: string; price: string };
const emptyLine: Line = { product: '', quantity: '1', price: '' };

/** An order in the customer's words: what, how many, at what price (P-03). */
export function OrderForm({ customerId, currency, source, onDone }: { customerId: string; currency: string; source: SaleSource; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const key = useRef(pressKey());
  const [lines, setLines] = useState<Line[]>([emptyLine]);
  const [note, setNote] = useState('');
  const take = useTakeOrder((made) => {
    toast({ title: t('customers.order_made', { number: made.number }) });
    onDone();
  });
  const read = lines.filter((line) => line.product.trim() !== '').map((line) => ({ product: line.product.trim(), quantity: Number(line.quantity), minor: minorOf(line.price) }));
  const isReady = read.length > 0 && read.every((line) => line.minor !== undefined && Number.isInteger(line.quantity) && line.quantity > 0);
  const total = read.reduce((sum, line) => sum + (line.minor ?? 0) * (Number.isInteger(line.quantity) ? line.quantity : 0), 0);
  const save = (): void => {
    if (isReady && !take.isPending) {
      take.mutate({
        asked: { customerId, note: note.trim() === '' ? null : note.trim(), lines: read.map((line) => ({ product: line.product, quantity: line.quantity, unitPrice: { minor: line.minor ?? 0, currency } })), ...source },
        key: key.current,
      });
    }
  };
  useShortcuts([
    { key: 'ctrl+enter', run: save },
    { key: 'escape', run: onDone },
  ]);
  const change = (at: number, next: Partial<Line>): void => {
    key.current = pressKey();
    setLines(lines.map((line, index) => (index === at ? { ...line, ...next } : line)));
  };
  return (
    <form
      className="panel-body stack g8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {lines.map((line, index) => (
        <div key={index} className="order-row">
          <Field label={t('customers.product')} required={index === 0}>
            <TextInput autoFocus={index === 0} value={line.product} maxLength={200} onChange={(product) => change(index, { product })} />
          </Field>
          <Field label={t('customers.quantity')}>
            <TextInput inputMode="numeric" value={line.quantity} maxLength={6} onChange={(quantity) => change(index, { quantity })} />
          </Field>
          <Field label={t('customers.unit_price')} error={line.price !== '' && minorOf(line.price) === undefined ? t('customers.price_unreadable') : undefined}>
            <TextInput inputMode="decimal" value={line.price} maxLength={20} after={<span className="s t2">{currency}</span>} onChange={(price) => change(index, { price })} />
          </Field>
          <IconButton look="quiet" icon={X} label={t('customers.product_remove')} onClick={() => setLines(lines.length === 1 ? [emptyLine] : lines.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div className="row">
        <Button look="quiet" size="small" icon={Plus} onClick={() => setLines([...lines, emptyLine])}>
          {t('customers.product_add')}
        </Button>
        <span className="end num md">{format.money({ minor: total, currency })}</span>
      </div>
      <Field label={t('customers.note')}>
        <TextInput value={note} maxLength={4000} onChange={setNote} />
      </Field>
      <RefusalNotice error={take.error} />
      <div className="row">
        <Button type="submit" keys="ctrl+enter" busy={take.isPending} disabled={!isReady}>
          {t('customers.order_save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
