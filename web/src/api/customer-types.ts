export type CustomerKind = 'individual' | 'corporate' | 'prospect';

export type CustomerSummary = { id: string; number: string; name: string; kind: CustomerKind; language: string; contactName?: string | null };

export type CustomerPhone = { number: string; kind: string; isPrimary: boolean };

export type CustomerContact = { id: string; name: string; title?: string | null; email?: string | null; phones: CustomerPhone[] };

/** A row of the customer list. */
export type CustomerRow = { id: string; number: string; kind: CustomerKind; name: string; language: string; city?: string | null; phone?: string | null };

export type Customer = {
  id: string;
  number: string;
  kind: CustomerKind;
  name: string;
  language: string;
  phones: CustomerPhone[];
  emails: string[];
  contacts: CustomerContact[];
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  taxNumber?: string | null;
  taxOffice?: string | null;
  address?: string | null;
  city?: string | null;
  note?: string | null;
  hasServicePassword: boolean;
  createdAt: string;
  version: number;
};
