import { CircleCheck, CircleDashed, CircleX, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import type { Outcome } from '../process-types';

export const decisionIcons: Record<Outcome, LucideIcon> = { approve: CircleCheck, approvePartly: CircleDashed, reject: CircleX, review: Undo2, warn: TriangleAlert };
export const decisionTones: Record<Outcome, string> = { approve: 'ok', approvePartly: 'warn', reject: 'danger', review: 't2', warn: 'warn' };
