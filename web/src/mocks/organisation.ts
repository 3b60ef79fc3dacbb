import { http, HttpResponse, type RequestHandler } from 'msw';

export const units = [
  { code: 'internet', names: { tr: 'İnternet', sv: 'Internet', en: 'Internet' } },
  { code: 'appliance', names: { tr: 'Beyaz eşya', sv: 'Vitvaror', en: 'Appliances' } },
  { code: 'municipal', names: { tr: 'Belediye', sv: 'Kommun', en: 'Municipality' } },
];

export const handlers: readonly RequestHandler[] = [http.get('*/api/organisation', () => HttpResponse.json({ name: 'Santral Deneme A.Ş.', units }))];
