import { render, screen } from '@testing-library/react';
import { Inbox } from 'lucide-react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Rail } from './rail';

const links = [
  { to: '/requests', label: 'Başvurular', icon: Inbox },
  { to: '/requests/rules', label: 'Başvuru kuralları', icon: Inbox },
  { to: '/calls', label: 'Çağrılar', icon: Inbox },
  { to: '/calls/trunks', label: 'Dış hatlar', icon: Inbox, also: ['/calls/outbound'] },
];

function marked(path: string): string[] {
  render(
    <MemoryRouter initialEntries={[path]}>
      <Rail links={links} onSearch={() => undefined} self={null} />
    </MemoryRouter>,
  );
  return screen.getAllByRole('link', { current: 'page' }).map((link) => link.textContent);
}

describe('the rail', () => {
  it('marks the entry of the page, not the one above it', () => {
    expect(marked('/requests/rules')).toEqual(['Başvuru kuralları']);
  });

  it('marks the entry that says the page is its own', () => {
    expect(marked('/calls/outbound')).toEqual(['Dış hatlar']);
  });

  it('marks the entry above a page that has none of its own', () => {
    expect(marked('/requests/0198f0b0-0000-7000-8000-000000000001')).toEqual(['Başvurular']);
  });
});
