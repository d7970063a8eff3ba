import { readFileSync } from 'node:fs';
import { defineConfig } from '@hey-api/openapi-ts';

const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));

// src/transport.ts brings the key, so a caller need not. Amounts in yen stay far below 2^53: plain numbers will do.
document.components.parameters.IdempotencyKey.required = false;
const plainNumbers = (node: unknown): void => {
  if (node !== null && typeof node === 'object') {
    const schema = node as Record<string, unknown>;
    if (schema['format'] === 'int64') delete schema['format'];
    Object.values(schema).forEach(plainNumbers);
  }
};
plainNumbers(document);
delete document.servers;

export default defineConfig({
  input: document,
  output: { path: process.env['GENERATED'] ?? 'src/generated', clean: true, importFileExtension: '.js', header: ['// Generated from ../openapi.json by ./bnpl clients. Do not edit.'] },
  logs: { file: false, level: 'warn' },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk', responseStyle: 'data', operations: { strategy: 'single', containerName: 'Operations', methods: 'instance' } },
  ],
});
