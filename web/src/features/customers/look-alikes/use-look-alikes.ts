import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { send } from '../../../api/client';
import type { LookAlike } from '../../../api/customer-types';
import { nameOf, type CustomerDraft } from '../edit/customer-draft';

const pause = 300;

/** Who is already there, asked a moment after the last letter. */
export function useLookAlikes(draft: CustomerDraft, without?: string): readonly LookAlike[] {
  const asked = JSON.stringify({
    name: nameOf(draft),
    country: draft.country,
    taxNumber: draft.taxNumber,
    identityNumber: draft.identityNumber ?? null,
    phones: draft.phones.map((phone) => phone.number.trim()).filter((number) => number.length > 5),
    emails: draft.emails.map((email) => email.trim()).filter((email) => email.includes('@')),
    without: without ?? null,
  });
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), pause);
    return () => clearTimeout(timer);
  }, [asked]);
  const body = JSON.parse(settled) as { name: string; taxNumber: string; identityNumber: string | null; phones: string[]; emails: string[] };
  const says = body.name.length > 2 || body.taxNumber !== '' || (body.identityNumber ?? '') !== '' || body.phones.length > 0 || body.emails.length > 0;
  const { data } = useQuery({
    // The key is what was typed; it lives as long as the form.
    queryKey: ['customers', 'look-alikes', settled],
    queryFn: () => send<LookAlike[]>('POST', '/api/customers/look-alikes', body),
    enabled: says,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return says ? (data ?? []) : [];
}
