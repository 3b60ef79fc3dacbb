import type { Money } from '../ui/text/format';
import type { components } from './schema';

type Schemas = components['schemas'];

export type CustomerKind = NonNullable<Schemas['CustomerKind']>;
export type CustomerSummary = Schemas['CustomerSummary'];
export type PhoneKind = 'mobile' | 'home' | 'work' | 'other' | 'fax';
export type CustomerPhone = { number: string; kind: PhoneKind; isPrimary: boolean };
export type CustomerPlace = { line1: string | null; line2: string | null; postalCode: string | null; city: string | null; region: string | null; country: string | null };
export type AddressKind = 'main' | 'work';
export type CustomerContact = Omit<Schemas['GetCustomerContact'], 'phones'> & { phones: CustomerPhone[] };
export type DefinitionName = { id: string; code: string; names: Schemas['Names'] };
export type Customer = Omit<Schemas['GetCustomerResponse'], 'phones' | 'contacts' | 'addresses' | 'preferredMethod' | 'kind'> & {
  kind: CustomerKind;
  phones: CustomerPhone[];
  contacts: CustomerContact[];
  addresses: (CustomerPlace & { kind: AddressKind })[];
  preferredMethod: DefinitionName | null;
};

/** A row of the customer list. */
export type CustomerRow = Pick<Customer, 'id' | 'number' | 'kind' | 'name' | 'language' | 'city'> & { phone: string | null };

export type LikeReason = 'taxNumber' | 'identityNumber' | 'phone' | 'email' | 'sameName' | 'oneLetter';
export type LookAlike = Pick<CustomerRow, 'id' | 'number' | 'kind' | 'name' | 'phone'> & { city: string | null; certainty: 'certain' | 'likely'; reasons: LikeReason[] };

export type SubscriptionStatus = 'active' | 'suspended' | 'ended';
export type SubscriptionRow = {
  id: string;
  number: string;
  unit: string;
  customerId: string;
  customerName: string;
  subject: string;
  category: DefinitionName | null;
  status: SubscriptionStatus;
  statusSince: string;
  startsOn: string;
  endsOn: string | null;
  place: string | null;
  monthly: Money | null;
};
export type Subscription = Omit<SubscriptionRow, 'customerId' | 'customerName' | 'place'> & {
  customer: CustomerSummary;
  contactId: string | null;
  contactName: string | null;
  invoiceCustomer: CustomerSummary;
  specialCode: string | null;
  description: string | null;
  address: CustomerPlace;
  lines: { id: string; name: string; monthly: Money }[];
  moves: { status: SubscriptionStatus; on: string; reason: string | null; by: string | null; at: string }[];
  version: number;
};

export type OpportunityStage = 'open' | 'won' | 'lost';
export type Opportunity = {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  requestId: string | null;
  callId: string | null;
  isSuggested: boolean;
  subject: string;
  note: string | null;
  stage: OpportunityStage;
  amount: Money | null;
  openedBy: string | null;
  openedAt: string;
  decidedAt: string | null;
  version: number;
};
export type OrderNote = {
  id: string;
  number: string;
  requestId: string | null;
  callId: string | null;
  note: string | null;
  lines: { product: string; quantity: number; unitPrice: Money; total: Money }[];
  total: Money;
  takenBy: string | null;
  takenAt: string;
  cancelledAt: string | null;
  version: number;
};
export type Suggestion = { ruleId: string; offer: Schemas['Names']; amount: Money | null; because: string; becausePlan: string };
export type CrossSellRule = {
  id: string;
  unit: string | null;
  hasCategory: DefinitionName | null;
  hasPlan: string | null;
  lacksCategory: DefinitionName | null;
  lacksPlan: string | null;
  offer: Schemas['Names'];
  amount: Money | null;
  isActive: boolean;
  version: number;
};

export type ConsentKind = 'marketing' | 'profiling' | 'dataSharing' | 'callRecording';
export type ConsentChannel = 'any' | 'phone' | 'sms' | 'email' | 'post';
export type Consent = { id: string; kind: ConsentKind; channel: ConsentChannel; isGiven: boolean; textVersion: string; by: string | null; at: string; isCurrent: boolean };
export type CustomerNote = { id: string; text: string; by: string | null; at: string };
export type ServicePasswordState = { isSet: boolean; setAt: string | null; wrongTries: number; lockedUntil: string | null };
