// node generate.mjs [file]: the same document always gives the same text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTypes, plainContract } from './plain-contract.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = process.argv[2] ?? here('../Bnpl.Client/Generated/BnplApi.cs');

const settings = {
  ClassName: 'BnplApi',
  Namespace: 'Bnpl.Client',
  OperationGenerationMode: 'SingleClientFromOperationId',
  GenerateClientInterfaces: true,
  GenerateOptionalParameters: true,
  InjectHttpClient: true,
  DisposeHttpClient: false,
  UseBaseUrl: false,
  ExceptionClass: 'UnexpectedAnswerException',
  JsonLibrary: 'SystemTextJson',
  ClassStyle: 'Poco',
  GenerateNullableReferenceTypes: true,
  GenerateOptionalPropertiesAsNullable: true,
  GenerateDataAnnotations: false,
  GenerateDefaultValues: false,
  UseRequiredKeyword: true,
  DateType: 'System.DateOnly',
  DateTimeType: 'System.DateTimeOffset',
  AnyType: 'System.Text.Json.JsonElement',
  ArrayType: 'System.Collections.Generic.IReadOnlyList',
  ArrayInstanceType: 'System.Collections.Generic.List',
  ArrayBaseType: 'System.Collections.Generic.List',
  ParameterArrayType: 'System.Collections.Generic.IReadOnlyList',
  ResponseArrayType: 'System.Collections.Generic.IReadOnlyList',
  DictionaryType: 'System.Collections.Generic.IReadOnlyDictionary',
  DictionaryInstanceType: 'System.Collections.Generic.Dictionary',
};

const pascal = (name) => name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
const camel = (name) => name.charAt(0) + pascal(name).slice(1);

// NSwag keeps the contract's underscores in C# names. The JSON names stand in string literals, which stay as they are.
function properNames(code) {
  return code
    .split(/("(?:[^"\\\n]|\\.)*")/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\b[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\b/g, pascal).replace(/\b(?:[a-z][a-z0-9]*)(?:_[A-Za-z0-9]+)+\b(?!\()/g, (name, at, all) => (lowerNames.has(name) ? camel(name) : name))))
    .join('')
    .replace(/<param name="(\w+)">/g, (_, name) => `<param name="${camel(name)}">`);
}

// A file's type is its own; where the caller names none, it is the operation's first.
function typedFiles(code, document) {
  for (const { operationId, requestBody } of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const types = requestBody ? fileTypes(requestBody) : [];
    if (types.length > 1) {
      const call = new RegExp(`(public virtual async [^\\n]* ${operationId}Async\\(FileParameter body, string\\? \\w+ = null[^]*?MediaTypeHeaderValue\\.Parse\\(body\\.ContentType)\\)`);
      if (!call.test(code)) throw new Error(`${operationId} sends no file.`);
      code = code.replace(call, `$1 ?? "${types[0]}")`);
    }
  }
  return code;
}

// What all lists answer, so that Pages.AllAsync can walk any of them; and which calls RetryHandler gives no key.
function besides(contract) {
  const rows = Object.entries(contract.components.schemas)
    .filter(([name]) => name.startsWith('PageOf'))
    .map(([name, page]) => `    public partial class ${name} : IPage<${page.properties.data.items.$ref.split('/').at(-1)}>;\n`);
  // POSTs that change nothing, or are safe by themselves, take no key; everything else that is posted gets one.
  const keyless = Object.entries(contract.paths)
    .filter(([, path]) => path.post && !path.post.parameters?.some((parameter) => parameter.$ref === '#/components/parameters/IdempotencyKey'))
    .map(([template]) => `            "${template}",\n`);
  return `
namespace Bnpl.Client
{
    internal static class Keyless
    {
        public static readonly string[] Templates =
        [
${keyless.join('')}        ];
    }

${rows.join('\n')}}
`;
}

const document = JSON.parse(readFileSync(here('../../openapi.json'), 'utf8'));
const contract = plainContract(document);
// Parameters as NSwag names them: Idempotency-Key becomes idempotency_Key.
const lowerNames = new Set(
  [...Object.values(contract.components.parameters), ...Object.values(contract.paths).flatMap((path) => Object.values(path).flatMap((operation) => operation.parameters ?? []))]
    .flatMap((parameter) => (parameter.name ? [parameter.name.replaceAll('-', '_').replace(/^./, (first) => first.toLowerCase())] : [])),
);

const folder = mkdtempSync(join(tmpdir(), 'bnpl-client-'));
try {
  writeFileSync(join(folder, 'contract.json'), JSON.stringify(contract));
  execFileSync(
    'dotnet',
    [
      here('node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll'),
      'openapi2csclient',
      `/input:${join(folder, 'contract.json')}`,
      `/output:${join(folder, 'BnplApi.cs')}`,
      ...Object.entries(settings).map(([name, value]) => `/${name}:${value}`),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const code = readFileSync(join(folder, 'BnplApi.cs'), 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  writeFileSync(target, properNames(typedFiles(code, document)).trimEnd() + '\n' + besides(contract));
} finally {
  rmSync(folder, { recursive: true });
}
