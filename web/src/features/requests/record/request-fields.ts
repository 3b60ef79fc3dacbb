import type { CustomerSummary } from '../../../api/customer-types';
import type { Priority, RequestKind, ServiceRequest } from '../../../api/request-types';

/** What a person fills in on a request. */
export type RequestFields = {
  kind: RequestKind | null;
  subject: string;
  text: string;
  contactMethodId: string | null;
  customer: CustomerSummary | null;
  priority: Priority;
};

export type FieldName = keyof RequestFields;

export const fieldNames: readonly FieldName[] = ['kind', 'subject', 'text', 'contactMethodId', 'customer', 'priority'];

export function fieldsOf(request: ServiceRequest): RequestFields {
  return {
    kind: request.kind ?? null,
    subject: request.subject ?? '',
    text: request.text ?? '',
    contactMethodId: request.contactMethod?.id ?? null,
    customer: request.customer ?? null,
    priority: request.priority,
  };
}

export function sameField(name: FieldName, one: RequestFields, other: RequestFields): boolean {
  return name === 'customer' ? one.customer?.id === other.customer?.id : one[name] === other[name];
}

export function differences(one: RequestFields, other: RequestFields): FieldName[] {
  return fieldNames.filter((name) => !sameField(name, one, other));
}

/** `base` with the chosen fields of `typed` on top. */
export function overlay(base: RequestFields, typed: RequestFields, names: readonly FieldName[]): RequestFields {
  return names.reduce<RequestFields>((fields, name) => ({ ...fields, [name]: typed[name] }), base);
}
