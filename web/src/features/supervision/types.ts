import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Wallboard = Schemas['Wallboard'];
export type WallboardTeam = Schemas['WallboardTeam'];
export type WallboardAgent = Schemas['WallboardAgent'];
export type WallboardCallback = Schemas['WallboardCallback'];
export type QueueFigures = Schemas['QueueFigures'];
export type QueueReport = Schemas['QueueReportResponse'];
export type QueueReportRow = Schemas['QueueReportRow'];
export type ReportBy = Schemas['ReportBy'];
export type AgentRow = Schemas['AgentReportRow'];
export type StaffingPlan = Schemas['StaffingPageResponse'];
export type StaffingInterval = Schemas['StaffingPageInterval'];
export type TeamSummary = Schemas['TeamSummary'];
export type TeamSettings = Schemas['SetUpTeamResponse'];
export type TeamMember = Schemas['SetUpTeamMember'];
export type OpeningTime = Schemas['SetUpTeamHours'];
