import type { components } from '../../api/schema';

export type CallRow = components['schemas']['CallRow'];
export type CallDetails = components['schemas']['GetCallResponse'];
