import { Eye, Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from './avatar';
import './presence-marks.css';

export type PresenceMark = { id: string; name: string; types: boolean };

/** Who else is on a record: an eye for those who look, a pencil for those who type, each with the person. */
export function PresenceMarks({ people, most = 3 }: { people: readonly PresenceMark[]; most?: number }): ReactElement | null {
  const { t } = useTranslation();
  if (people.length === 0) {
    return null;
  }
  const ordered = [...people].sort((one, other) => Number(other.types) - Number(one.types));
  const words = ordered.map((person) => t(person.types ? 'ui.presence_types' : 'ui.presence_looks', { name: person.name })).join(', ');
  const groups = [
    { types: true, icon: Pencil, people: ordered.slice(0, most).filter((person) => person.types) },
    { types: false, icon: Eye, people: ordered.slice(0, most).filter((person) => !person.types) },
  ];
  return (
    <span className="presence" role="img" aria-label={words} title={words}>
      {groups.map(
        (group) =>
          group.people.length > 0 && (
            <span key={String(group.types)} className="presence-group">
              <group.icon className="i s" aria-hidden="true" />
              {group.people.map((person) => (
                <Avatar key={person.id} name={person.name} decorative />
              ))}
            </span>
          ),
      )}
      {ordered.length > most && <span className="s t3">+{ordered.length - most}</span>}
    </span>
  );
}
