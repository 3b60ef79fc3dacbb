import { CircleDot, PhoneCall, Radio } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/calls', lazy: async () => ({ Component: (await import('./call-log-page')).CallLogPage }) },
    { path: '/calls/live', lazy: async () => ({ Component: (await import('./live-calls-page')).LiveCallsPage }) },
    { path: '/calls/recording', lazy: async () => ({ Component: (await import('./recording-rules-page')).RecordingRulesPage }) },
    { path: '/calls/:id', lazy: async () => ({ Component: (await import('./call-page')).CallPage }) },
  ],
  nav: [
    { to: '/calls', label: 'calls.calls', icon: PhoneCall, anyOf: ['calls.log', 'calls.take'], order: 40 },
    { to: '/calls/live', label: 'calls.live_calls', icon: Radio, anyOf: ['calls.supervise'], order: 41 },
    { to: '/calls/recording', label: 'calls.rules', icon: CircleDot, anyOf: ['calls.settings'], order: 88 },
  ],
};
