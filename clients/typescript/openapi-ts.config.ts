import { writeFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

const output = process.env['GENERATED'] ?? 'src/generated';
const header = '// Generated from ../openapi.json by ./bnpl clients. Do not edit.';

// POSTs that change nothing, or are safe by themselves, take no key; everything else that is posted gets one.
const keyless = Object.entries<Record<string, { parameters?: { $ref?: string }[] }>>(document.paths)
  .filter(([, path]) => path['post'] && !path['post'].parameters?.some((parameter) => parameter.$ref === '#/components/parameters/IdempotencyKey'))
  .map(([template]) => `  /^${template.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('/', '\\/')}$/,\n`);
writeFileSync(join(dirname(output), 'keyless.gen.ts'), `${header}\n\nexport const keyless: readonly RegExp[] = [\n${keyless.join('')}];\n`);

export default defineConfig({
  input: document,
  output: { path: output, clean: true, importFileExtension: '.js', header: [header] },
  logs: { file: false, level: 'warn' },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
    { name: '@hey-api/typescript', enums: false },
    { name: '@hey-api/sdk', responseStyle: 'data', operations: { strategy: 'single', containerName: 'Operations', methods: 'instance' } },
  ],
});
