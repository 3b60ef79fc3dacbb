import type { DeskCall } from '../../api/desk-types';
import type { LiveCall } from '../../features/requests/record/request-timeline';

/** The desk's call as the timeline of its request wants it. */
export function liveCallOf(call: DeskCall): LiveCall {
  const connected = call.connectedAt == null ? undefined : Date.parse(call.connectedAt);
  const ended = call.endedAt == null ? undefined : Date.parse(call.endedAt);
  return {
    callId: call.callId,
    connectedAt: call.connectedAt ?? null,
    over: call.state !== 'ended' ? null : { talkedSeconds: connected === undefined || ended === undefined ? 0 : Math.max(0, Math.round((ended - connected) / 1000)) },
  };
}
