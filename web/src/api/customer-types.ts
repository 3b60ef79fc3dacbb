import type { components } from './schema';

type Schemas = components['schemas'];

export type CustomerKind = Schemas['CustomerKind'];
export type CustomerSummary = Schemas['CustomerSummary'];
export type CustomerPhone = { number: string; kind: 'mobile' | 'home' | 'work' | 'other'; isPrimary: boolean };
export type CustomerContact = Omit<Schemas['GetCustomerContact'], 'phones'> & { phones: CustomerPhone[] };
export type Customer = Omit<Schemas['GetCustomerResponse'], 'phones' | 'contacts'> & { phones: CustomerPhone[]; contacts: CustomerContact[] };

/** A row of the customer list. */
export type CustomerRow = Pick<Customer, 'id' | 'number' | 'kind' | 'name' | 'language' | 'city'> & { phone: string | null };
