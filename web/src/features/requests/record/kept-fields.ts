import type { ServiceRequest } from '../../../api/request-types';
import { differences, fieldsOf, type RequestFields } from './request-fields';

/** What was typed and not saved, with what stood there when it was typed: without it nobody could say whether a colleague changed it since. */
export type KeptFields = { base: RequestFields; fields: Partial<RequestFields> };

export function keptOf(base: RequestFields, typed: RequestFields): KeptFields {
  const names = differences(base, typed);
  return { base, fields: Object.fromEntries(names.map((name) => [name, typed[name]])) };
}

/** Fields that the form has got since the draft was kept stand as they stand now. */
export function complete(kept: KeptFields, request: ServiceRequest): KeptFields {
  return { base: { ...fieldsOf(request), ...kept.base }, fields: kept.fields };
}
