import { merged, type TextFile } from './merge';

/** Every module's texts, as one lazily loaded bundle. */
export const texts = merged(import.meta.glob<TextFile>('../../../../i18n/en/*.json', { eager: true, import: 'default' }));
