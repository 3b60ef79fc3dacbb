import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Trunk = Schemas['TrunkCard'];
export type TrunkPlan = Schemas['TrunkRequest'];
export type TrunkKind = Schemas['TrunkKind'];
export type TrunkStanding = Schemas['TrunkStanding'];
export type TrunkNumberFormat = Schemas['TrunkNumberFormat'];
export type TrunkTransport = Schemas['TrunkTransport'];
export type OutboundRule = Schemas['KeepOutboundRule'];
export type OutboundRulePlan = Schemas['KeepOutboundRuleRequest'];
export type Dialled = Schemas['KeepOutboundDialled'];
