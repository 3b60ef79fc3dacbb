import { BookOpen } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/knowledge', lazy: async () => ({ Component: (await import('./page/knowledge-page')).KnowledgePage }) },
    { path: '/knowledge/:id', lazy: async () => ({ Component: (await import('./page/knowledge-page')).KnowledgePage }) },
    { path: '/knowledge/:id/edit', lazy: async () => ({ Component: (await import('./editor/edit-page')).EditPage }) },
  ],
  nav: [{ to: '/knowledge', label: 'knowledge.title', short: 'knowledge.title_short', icon: BookOpen, anyOf: ['knowledge.read'], order: 60 }],
};
