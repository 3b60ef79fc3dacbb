import { FilePlus2 } from 'lucide-react';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCan } from '../../api/me';
import { useRefusalText } from '../../api/refusal-notice';
import { channelIcon, writtenChannels } from '../../features/requests/channel-icon';
import { setCallRequest } from '../../features/desk/call-request';
import { useDesk } from '../../features/phone/use-desk';
import { useOpenRequest } from '../../features/requests/record/use-open-request';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { toast } from '../../ui/overlays/toasts';
import { NewAct } from '../../ui/shell/new-act';
import { useOfferToPalette } from '../../ui/shell/palette-items';

/** `N` everywhere: a numbered empty request at once; in a call it is that call's, and stands on the desk (M-04). */
export function NewRequestProvider({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayWrite = useCan('requests.write');
  const { data: desk } = useDesk();
  const text = useRefusalText();
  const { mutate, isPending } = useOpenRequest(({ id }, asked) => {
    if (asked.callId === undefined) {
      void navigate(`/requests/${id}`);
    } else {
      setCallRequest(asked.callId, id);
      void navigate('/desk');
    }
  });
  const call = desk?.call != null && (desk.call.state !== 'ended' || desk.presence.activity === 'wrapUp') && desk.call.state !== 'offered' ? desk.call : undefined;
  const callId = call?.callId;
  // A new request would take the place of the offer, which is waiting for an answer.
  const coversOffer = desk?.call?.state === 'offered' && pathname === '/desk';
  const customerId = call?.customer?.id;

  const start = useMemo(
    () => (channel?: string) => {
      if (coversOffer) {
        toast({ title: t('desk.offer_first') });
      } else if (!isPending) {
        // A press held down is one press.
        mutate({ callId, customerId, ...(callId === undefined && channel !== undefined ? { channel } : {}) }, { onError: (error) => toast({ kind: 'error', title: t('requests.not_opened'), detail: text(error) }) });
      }
    },
    // The words of a refusal are read when it comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isPending, mutate, callId, customerId, coversOffer, t],
  );

  useShortcuts([{ key: 'n', label: t('requests.new_request'), group: t('ui.keys_everywhere'), run: () => start() }], mayWrite);
  const isFree = call === undefined;
  useOfferToPalette(
    useMemo(
      () =>
        mayWrite
          ? [
              { key: 'new-request', group: t('app.palette_acts'), label: t('requests.new_request'), icon: FilePlus2, keys: 'n', run: () => start() },
              ...(isFree ? writtenChannels : []).map((channel) => ({ key: `new-request-${channel}`, group: t('app.palette_acts'), label: t('requests.new_by', { channel: t(`requests.channel.${channel}`) }), icon: channelIcon(channel)[0], run: () => start(channel) })),
            ]
          : [],
      [mayWrite, isFree, start, t],
    ),
  );

  return <NewAct value={mayWrite ? start : null}>{children}</NewAct>;
}
