import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import type { TeamMember } from '../types';
import { usePeople } from './use-teams';

const skillWord = /^[a-z][a-z0-9_]{0,29}(:[1-5])?$/;

/** `sv:3 billing`: whether every word of it is a skill. */
export function areSkills(text: string): boolean {
  return text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .every((word) => skillWord.test(word));
}

/** Who is in the team, how early each is rung, and what each can. */
export function MemberRows({ members, onChange }: { members: readonly TeamMember[]; onChange: (members: TeamMember[]) => void }): ReactElement {
  const { t } = useTranslation();
  const people = usePeople();
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.displayName ?? '…';
  const set = (at: number, member: TeamMember): void => onChange(members.map((one, index) => (index === at ? member : one)));
  const free = people.filter((person) => person.isActive && !members.some((member) => member.userId === person.id));
  return (
    <div className="team-members">
      {members.length > 0 && (
        <div className="team-member t2 s" aria-hidden="true">
          <span>{t('supervision.member')}</span>
          <span>{t('supervision.member_priority')}</span>
          <span>{t('supervision.member_skills')}</span>
        </div>
      )}
      {members.map((member, index) => {
        const name = nameOf(member.userId);
        const skills = member.skills ?? '';
        return (
          <div key={member.userId} className="team-member" role="group" aria-label={name}>
            <span className="cut md">{name}</span>
            <TextInput className="num" inputMode="numeric" maxLength={3} aria-label={t('supervision.member_priority')} value={String(member.priority)} onChange={(text) => set(index, { ...member, priority: Math.min(100, Number(text.replaceAll(/\D/g, ''))) })} />
            <span className="f">
              <TextInput aria-label={t('supervision.member_skills')} aria-invalid={!areSkills(skills) || undefined} placeholder="sv:3 billing" maxLength={400} value={skills} onChange={(text) => set(index, { ...member, skills: text.toLowerCase() })} />
              {!areSkills(skills) && (
                <span className="msg danger s" role="alert">
                  {t('supervision.skills_wrong')}
                </span>
              )}
            </span>
            <IconButton icon={X} size="small" look="quiet" label={t('supervision.member_remove', { name })} onClick={() => onChange(members.filter((_, at) => at !== index))} />
          </div>
        );
      })}
      {members.length === 0 && <p className="t2">{t('supervision.no_members')}</p>}
      <span className="row team-add">
        <Plus className="i s t2" aria-hidden="true" />
        <Select value={null} label={t('supervision.member_add')} placeholder={t('supervision.member_add')} typed options={free.map((person) => ({ value: person.id, label: person.displayName }))} onChange={(id) => id !== null && onChange([...members, { userId: id, priority: 0, skills: '' }])} />
      </span>
    </div>
  );
}
