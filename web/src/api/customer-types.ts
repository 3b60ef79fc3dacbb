export type CustomerKind = 'individual' | 'corporate' | 'prospect';

export type CustomerSummary = { id: string; number: string; name: string; kind: CustomerKind; language: string; contactName?: string | null };

export type CustomerPhone = { number: string; kind: string; isPrimary: boolean };

export type CustomerContact = { id?: string; name: string; role?: string | null; phones?: CustomerPhone[] | null };

export type Customer = {
  id: string;
  number: string;
  kind: CustomerKind;
  name: string;
  language: string;
  phones: CustomerPhone[];
  emails: string[];
  contacts?: CustomerContact[] | null;
  note?: string | null;
  createdAt: string;
  version: number;
};
