// Placeholder shape until `npm run api` writes this file from openapi.json.
export type paths = Record<string, never>;
