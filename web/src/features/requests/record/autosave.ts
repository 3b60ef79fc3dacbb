import type { ServiceRequest } from '../../../api/request-types';
import { complete, type KeptFields } from './kept-fields';
import { differences, fieldsOf, overlay, type FieldName, type RequestFields } from './request-fields';

/** `saved` also stands for "nothing typed yet". */
export type SaveState = 'saved' | 'typing' | 'saving' | 'conflict' | 'refused';

/** Two people changed the same fields: what the other one wrote, while ours stays on screen. */
export type Conflict = { theirs: RequestFields; fields: FieldName[] };

export type Autosave = {
  /** As the server has it, as far as we know. */
  base: RequestFields;
  version: number;
  /** As it stands on screen. */
  typed: RequestFields;
  state: SaveState;
  conflict: Conflict | null;
  /** Fields somebody else changed while we typed elsewhere: taken over, and said. */
  merged: FieldName[];
  refusal: unknown;
};

export type AutosaveInput =
  | { type: 'typed'; change: Partial<RequestFields> }
  | { type: 'saving' }
  | { type: 'saved'; request: ServiceRequest; sent: RequestFields }
  | { type: 'arrived'; request: ServiceRequest }
  | { type: 'stale'; request: ServiceRequest }
  | { type: 'refused'; refusal: unknown }
  | { type: 'keepMine' }
  | { type: 'takeTheirs' }
  | { type: 'mergedSeen' }
  | { type: 'restored'; kept: KeptFields; request: ServiceRequest };

export function begin(request: ServiceRequest): Autosave {
  const base = fieldsOf(request);
  return { base, version: request.version, typed: base, state: 'saved', conflict: null, merged: [], refusal: null };
}

/** Which fields differ from what the server has. */
export function unsaved(save: Autosave): FieldName[] {
  return differences(save.base, save.typed);
}

/** The rules of saving while people type: nothing typed is ever replaced, and nobody's change is overwritten unseen. */
export function step(save: Autosave, input: AutosaveInput): Autosave {
  switch (input.type) {
    case 'typed': {
      const typed = { ...save.typed, ...input.change };
      const next = { ...save, typed };
      return save.state === 'conflict' || save.state === 'saving' ? next : { ...next, state: unsaved(next).length > 0 ? 'typing' : 'saved', refusal: null };
    }
    case 'saving':
      return { ...save, state: 'saving', refusal: null };
    case 'saved': {
      const base = fieldsOf(input.request);
      const since = differences(input.sent, save.typed);
      const typed = overlay(base, save.typed, since);
      return { ...save, base, version: input.request.version, typed, state: differences(base, typed).length > 0 ? 'typing' : 'saved', conflict: null, refusal: null };
    }
    case 'arrived':
      return input.request.version > save.version && save.state !== 'saving' ? meet(save, input.request) : save;
    case 'stale':
      return meet(save, input.request);
    case 'refused':
      return { ...save, state: 'refused', refusal: input.refusal };
    case 'keepMine':
      return save.conflict === null ? save : { ...save, base: save.conflict.theirs, conflict: null, state: 'typing' };
    case 'takeTheirs': {
      if (save.conflict === null) {
        return save;
      }
      const mine = differences(save.base, save.typed).filter((name) => save.conflict?.fields.includes(name) !== true);
      const typed = overlay(save.conflict.theirs, save.typed, mine);
      return { ...save, base: save.conflict.theirs, typed, conflict: null, state: mine.length > 0 ? 'typing' : 'saved' };
    }
    case 'mergedSeen':
      return { ...save, merged: [] };
    case 'restored':
      return unsaved(save).length > 0 ? save : restore(save, input.kept, input.request);
  }
}

/** A draft meets the request as it stands now: what a colleague changed in the same field since is a question, not a loss. */
function restore(save: Autosave, draft: KeptFields, request: ServiceRequest): Autosave {
  const { base, fields } = complete(draft, request);
  return meet({ ...save, base, typed: { ...base, ...fields }, state: 'typing' }, request);
}

function meet(save: Autosave, request: ServiceRequest): Autosave {
  const theirs = fieldsOf(request);
  const mine = unsaved(save);
  const changed = differences(save.base, theirs);
  const clash = mine.filter((name) => changed.includes(name) && differences(theirs, save.typed).includes(name));
  if (clash.length > 0) {
    return { ...save, version: request.version, state: 'conflict', conflict: { theirs, fields: clash } };
  }
  const typed = overlay(theirs, save.typed, mine);
  return {
    ...save,
    base: theirs,
    version: request.version,
    typed,
    state: differences(theirs, typed).length > 0 ? 'typing' : 'saved',
    conflict: null,
    merged: mine.length > 0 ? changed : [],
  };
}
