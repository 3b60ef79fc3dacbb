import type { Sort } from '../../../ui/records/table';

/** The conditions of the list, exactly as they stand in the address and as the server reads them. */
export const filterNames = ['kind', 'stage', 'unit', 'owner', 'priority', 'category', 'team', 'tag', 'channel', 'watched', 'merged', 'customer', 'opened', 'resolved'] as const;
export type FilterName = (typeof filterNames)[number];

/** Only what the server knows; anything else in an address is left alone. */
export function questionOf(search: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams();
  for (const name of [...filterNames, 'text', 'sort']) {
    const value = search.get(name);
    if (value !== null && value !== '') {
      question.set(name, value);
    }
  }
  return question;
}

/** Whether two filters ask the same, whatever their order. */
export function sameFilter(one: URLSearchParams, other: URLSearchParams): boolean {
  const plain = (filter: URLSearchParams): string => [...questionOf(filter)].sort().map((pair) => pair.join('=')).join('&');
  return plain(one) === plain(other);
}

const sortable = ['number', 'opened', 'changed'];

export function sortOf(search: URLSearchParams): Sort {
  const asked = search.get('sort') ?? '-opened';
  const key = asked.replace(/^-/, '');
  return sortable.includes(key) ? { key, descending: asked.startsWith('-') } : { key: 'opened', descending: true };
}

export function withSort(search: URLSearchParams, sort: Sort): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  return next;
}

export function withFilter(search: URLSearchParams, name: FilterName | 'text', value: string | null): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === null || value === '') {
    next.delete(name);
  } else {
    next.set(name, value);
  }
  return next;
}
