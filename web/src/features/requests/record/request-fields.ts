import type { CustomerSummary } from '../../../api/customer-types';
import type { RequestKind, ServiceRequest } from '../../../api/request-types';

export type Answers = Readonly<Record<string, string>>;

/** What a person fills in on a request. */
export type RequestFields = {
  kind: RequestKind | null;
  categoryId: string | null;
  answers: Answers;
  priorityId: string | null;
  subject: string;
  text: string;
  customer: CustomerSummary | null;
  subscriptionId: string | null;
  product: string;
  contactMethodId: string | null;
  answer: string;
  work: string;
  place: string;
  wantedOn: string | null;
};

export type FieldName = keyof RequestFields;

export const fieldNames: readonly FieldName[] = ['kind', 'categoryId', 'answers', 'priorityId', 'subject', 'text', 'customer', 'subscriptionId', 'product', 'contactMethodId', 'answer', 'work', 'place', 'wantedOn'];

export function fieldsOf(request: ServiceRequest): RequestFields {
  return {
    kind: request.kind ?? null,
    categoryId: request.category?.id ?? null,
    answers: request.answers,
    priorityId: request.priority?.id ?? null,
    subject: request.subject,
    text: request.text,
    customer: request.customer ?? null,
    subscriptionId: request.subscription?.id ?? null,
    product: request.product ?? '',
    contactMethodId: request.contactMethod?.id ?? null,
    answer: request.sections.answer,
    work: request.sections.work,
    place: request.sections.place ?? '',
    wantedOn: request.sections.wantedOn ?? null,
  };
}

/** As the API takes them. */
export function bodyOf({ customer, ...fields }: RequestFields): object {
  return { ...fields, customerId: customer?.id ?? null };
}

const plain = (answers: Answers): string => JSON.stringify(Object.entries(answers).sort());

export function sameField(name: FieldName, one: RequestFields, other: RequestFields): boolean {
  switch (name) {
    case 'customer':
      return one.customer?.id === other.customer?.id;
    case 'answers':
      return plain(one.answers) === plain(other.answers);
    default:
      return one[name] === other[name];
  }
}

export function differences(one: RequestFields, other: RequestFields): FieldName[] {
  return fieldNames.filter((name) => !sameField(name, one, other));
}

/** `base` with the chosen fields of `typed` on top. */
export function overlay(base: RequestFields, typed: RequestFields, names: readonly FieldName[]): RequestFields {
  return names.reduce<RequestFields>((fields, name) => ({ ...fields, [name]: typed[name] }), base);
}
