import type { Feature } from '../../ui/shell/feature';
import { PhoneBar } from './phone-bar';
import { PhoneProvider } from './phone-provider';

export const feature: Feature = {
  provider: PhoneProvider,
  phoneBar: { component: PhoneBar, anyOf: ['calls.take'] },
};
