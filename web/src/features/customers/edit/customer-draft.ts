import type { AddressKind, Customer, CustomerKind, CustomerPlace, PhoneKind } from '../../../api/customer-types';

export type PhoneDraft = { number: string; kind: PhoneKind; isPrimary: boolean };
export type PlaceDraft = Record<keyof CustomerPlace, string>;
export type ContactDraft = { id: string | null; name: string; title: string; email: string; phone: string };

/** What is written of a customer; numbers as people write them. */
export type CustomerDraft = {
  kind: CustomerKind;
  firstName: string;
  lastName: string;
  company: string;
  language: string;
  country: string;
  taxNumber: string;
  taxOffice: string;
  /** Undefined keeps the stored number, which the form does not know. */
  identityNumber: string | undefined;
  isBuyer: boolean;
  isSeller: boolean;
  preferredMethodId: string | null;
  onlyPreferred: boolean;
  note: string;
  phones: PhoneDraft[];
  emails: string[];
  addresses: Record<AddressKind, PlaceDraft>;
  contacts: ContactDraft[];
};

export const emptyPlace: PlaceDraft = { line1: '', line2: '', postalCode: '', city: '', region: '', country: '' };

export const countryOf = (language: string): string => (language === 'sv' ? 'SE' : 'TR');

export function emptyDraft(language: string): CustomerDraft {
  return {
    kind: 'individual',
    firstName: '',
    lastName: '',
    company: '',
    language,
    country: countryOf(language),
    taxNumber: '',
    taxOffice: '',
    identityNumber: undefined,
    isBuyer: true,
    isSeller: false,
    preferredMethodId: null,
    onlyPreferred: false,
    note: '',
    phones: [{ number: '', kind: 'mobile', isPrimary: true }],
    emails: [''],
    addresses: { main: emptyPlace, work: emptyPlace },
    contacts: [],
  };
}

export function draftOf(customer: Customer, format: (phone: string) => string): CustomerDraft {
  const place = (kind: AddressKind): PlaceDraft => {
    const found = customer.addresses.find((address) => address.kind === kind);
    return found === undefined ? emptyPlace : (Object.fromEntries(Object.keys(emptyPlace).map((key) => [key, found[key as keyof PlaceDraft] ?? ''])) as PlaceDraft);
  };
  return {
    kind: customer.kind,
    firstName: customer.firstName ?? '',
    lastName: customer.lastName ?? '',
    company: customer.company ?? '',
    language: customer.language,
    country: customer.country,
    taxNumber: customer.taxNumber ?? '',
    taxOffice: customer.taxOffice ?? '',
    identityNumber: undefined,
    isBuyer: customer.isBuyer,
    isSeller: customer.isSeller,
    preferredMethodId: customer.preferredMethod?.id ?? null,
    onlyPreferred: customer.onlyPreferred,
    note: customer.note ?? '',
    phones: customer.phones.map((phone) => ({ ...phone, number: format(phone.number) })),
    emails: customer.emails.length === 0 ? [''] : [...customer.emails],
    addresses: { main: place('main'), work: place('work') },
    contacts: customer.contacts.map((contact) => ({
      id: contact.id,
      name: contact.name,
      title: contact.title ?? '',
      email: contact.email ?? '',
      phone: contact.phones.map((phone) => format(phone.number)).join(', '),
    })),
  };
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The draft as the server reads it: empty lines left out. */
export function bodyOf(draft: CustomerDraft): Record<string, unknown> {
  const phones = draft.phones.filter((phone) => phone.number.trim() !== '');
  return {
    kind: draft.kind,
    firstName: draft.kind === 'corporate' ? null : filled(draft.firstName),
    lastName: draft.kind === 'corporate' ? null : filled(draft.lastName),
    company: draft.kind === 'individual' ? null : filled(draft.company),
    language: draft.language,
    country: filled(draft.country),
    taxNumber: filled(draft.taxNumber),
    taxOffice: filled(draft.taxOffice),
    identityNumber: draft.identityNumber?.trim(),
    isBuyer: draft.isBuyer,
    isSeller: draft.isSeller,
    preferredMethodId: draft.preferredMethodId,
    onlyPreferred: draft.onlyPreferred && draft.preferredMethodId !== null,
    note: filled(draft.note),
    phones: phones.map((phone) => ({ number: phone.number.trim(), kind: phone.kind, isPrimary: phone.isPrimary })),
    emails: draft.emails.map((email) => email.trim()).filter((email) => email !== ''),
    addresses: (['main', 'work'] as const).map((kind) => ({ kind, ...Object.fromEntries(Object.entries(draft.addresses[kind]).map(([name, value]) => [name, filled(value)])) })),
    contacts: draft.kind === 'individual' ? [] : draft.contacts.filter((contact) => contact.name.trim() !== '').map(contactBody),
  };
}

function contactBody(contact: ContactDraft): Record<string, unknown> {
  const numbers = contact.phone.split(/[,;]/).map((number) => number.trim()).filter((number) => number !== '');
  return { id: contact.id, name: contact.name.trim(), title: filled(contact.title), email: filled(contact.email), phones: numbers.map((number, index) => ({ number, kind: 'work', isPrimary: index === 0 })) };
}

export const isNamed = (draft: CustomerDraft): boolean =>
  draft.kind === 'corporate' ? draft.company.trim() !== '' : draft.kind === 'individual' ? draft.firstName.trim() !== '' && draft.lastName.trim() !== '' : [draft.firstName, draft.lastName, draft.company].some((name) => name.trim() !== '');

/** The name as the customer will be shown. */
export const nameOf = (draft: CustomerDraft): string =>
  draft.kind !== 'individual' && draft.company.trim() !== '' ? draft.company.trim() : `${draft.firstName} ${draft.lastName}`.trim();
