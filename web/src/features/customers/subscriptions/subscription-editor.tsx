import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import type { Customer, CustomerSummary, Subscription } from '../../../api/customer-types';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { emptyPlace, type PlaceDraft } from '../edit/customer-draft';
import { pressKey } from '../press-key';
import { SubscriptionForm } from './subscription-form';
import { isComplete, textOfMinor, useChangeSubscription, useOpenSubscription, type SubscriptionDraft } from './use-subscriptions';

type Unit = { code: string; names: { tr: string; sv: string; en: string }; language: string };

const placeOf = (place: Partial<Record<keyof PlaceDraft, string | null>> | undefined): PlaceDraft =>
  place === undefined ? emptyPlace : (Object.fromEntries(Object.keys(emptyPlace).map((key) => [key, place[key as keyof PlaceDraft] ?? ''])) as PlaceDraft);

function draftOf(customer: Customer, subscription: Subscription | undefined): SubscriptionDraft {
  if (subscription === undefined) {
    return {
      unit: null,
      customerId: customer.id,
      contactId: customer.contacts[0]?.id ?? null,
      invoiceCustomerId: customer.id,
      subject: '',
      categoryId: null,
      specialCode: '',
      description: '',
      startsOn: new Date(serverNow()).toISOString().slice(0, 10),
      endsOn: null,
      address: placeOf(customer.addresses[0]),
      lines: [{ id: null, name: '', price: '' }],
      currency: customer.country === 'SE' ? 'SEK' : 'TRY',
    };
  }
  return {
    unit: subscription.unit,
    customerId: customer.id,
    contactId: subscription.contactId,
    invoiceCustomerId: subscription.invoiceCustomer.id,
    subject: subscription.subject,
    categoryId: subscription.category?.id ?? null,
    specialCode: subscription.specialCode ?? '',
    description: subscription.description ?? '',
    startsOn: subscription.startsOn,
    endsOn: subscription.endsOn,
    address: placeOf(subscription.address),
    lines: subscription.lines.map((line) => ({ id: line.id, name: line.name, price: textOfMinor(line.monthly) })),
    currency: subscription.monthly?.currency ?? (customer.country === 'SE' ? 'SEK' : 'TRY'),
  };
}

/** A subscription opened or written anew, in place (W-S02). */
export function SubscriptionEditor({ customer, subscription, onDone }: { customer: Customer; subscription?: Subscription; onDone: (saved?: Subscription) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const key = useRef(pressKey());
  const [draft, setDraft] = useState<SubscriptionDraft>(() => draftOf(customer, subscription));
  const [payer, setPayer] = useState<CustomerSummary | null>(subscription?.invoiceCustomer ?? null);
  const [version, setVersion] = useState(subscription?.version ?? 0);
  const units = useQuery({ queryKey: ['setup', 'units'], queryFn: () => send<{ units: Unit[] }>('GET', '/api/organisation'), staleTime: 600_000, enabled: subscription === undefined }).data?.units ?? [];
  const home = units.find((unit) => unit.language === customer.language) ?? units[0];
  const open = useOpenSubscription((saved) => onDone(saved));
  const change = useChangeSubscription(subscription?.id ?? '', (saved) => onDone(saved));
  const error = open.error ?? change.error;
  const theirs = isRefusal(change.error, 'record.changed_meanwhile') ? (change.error.problem.current as Subscription) : undefined;
  const written = { ...draft, unit: draft.unit ?? home?.code ?? null, invoiceCustomerId: payer?.id ?? customer.id };

  const save = (): void => {
    if (!isComplete(draft) || open.isPending || change.isPending) {
      return;
    }
    if (subscription === undefined) {
      open.mutate({ draft: written, key: key.current });
    } else {
      change.mutate({ draft: written, version });
    }
  };
  const goOn = ({ version: seen }: Subscription): void => {
    setVersion(seen);
    change.reset();
  };
  useShortcuts([
    { key: 'ctrl+enter', run: save },
    { key: 'escape', run: () => onDone() },
  ]);

  return (
    <form
      className="panel-body stack g8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SubscriptionForm
        customer={customer}
        draft={written}
        onChange={(next) => {
          key.current = pressKey();
          setDraft(next);
        }}
        payer={payer}
        onPayer={setPayer}
        category={subscription?.category ?? null}
        units={units.map((unit) => ({ value: unit.code, label: names(unit.names) }))}
      />
      <RefusalNotice error={error} />
      <div className="row wrap">
        {theirs !== undefined ? (
          <>
            <Button look="primary" onClick={() => goOn(theirs)}>
              {t('customers.keep_mine')}
            </Button>
            <Button
              onClick={() => {
                setDraft(draftOf(customer, theirs));
                setPayer(theirs.invoiceCustomer);
                goOn(theirs);
              }}
            >
              {t('customers.take_theirs')}
            </Button>
          </>
        ) : (
          <Button look="primary" type="submit" keys="ctrl+enter" busy={open.isPending || change.isPending} disabled={!isComplete(draft)}>
            {t(subscription === undefined ? 'customers.subscription_open' : 'customers.save_changes')}
          </Button>
        )}
        <Button look="quiet" keys="escape" onClick={() => onDone()}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
