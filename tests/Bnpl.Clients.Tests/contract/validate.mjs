// node validate.mjs <document> <recorded>: prints what a server's answers, and what was asked of it, have different from
// the contract, one line each. The judge is Ajv, which knows nothing of our code.
import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';

const [document, recorded] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv, ['date', 'date-time', 'int32', 'int64', 'uri', 'binary']);
ajv.addSchema(document, 'contract');
const compiled = new Map();

const escape = (part) => part.replaceAll('~', '~0').replaceAll('/', '~1');
function judge(pointer, body, name) {
  if (!compiled.has(pointer)) compiled.set(pointer, ajv.compile({ $ref: `contract#${pointer}` }));
  const validate = compiled.get(pointer);
  if (!validate(body)) {
    for (const error of validate.errors) console.log(`${name}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
  }
}

const templates = Object.keys(document.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  fixed: template.split('/').filter((part) => !part.startsWith('{')).length,
}));

for (const { method, path, status, request, response } of recorded.calls) {
  const name = `${method} ${path} ${status}`;
  const found = templates.filter(({ pattern }) => pattern.test(path.split('?')[0])).sort((a, b) => b.fixed - a.fixed)[0];
  const operation = found && document.paths[found.template][method.toLowerCase()];
  if (!operation) {
    console.log(`${name}: is not in the contract`);
    continue;
  }
  const at = `/paths/${escape(found.template)}/${method.toLowerCase()}`;
  if (request && status < 400) judge(`${at}/requestBody/content/application~1json/schema`, request, `${name} request`);
  let answer = operation.responses[status];
  let pointer = `${at}/responses/${status}`;
  if (!answer) {
    console.log(`${name}: this status is not in the contract`);
    continue;
  }
  if (answer.$ref) {
    pointer = answer.$ref.slice(1);
    answer = document.components.responses[pointer.split('/').at(-1)];
  }
  const type = Object.keys(answer.content ?? {}).find((known) => known.endsWith('json'));
  if (type) judge(`${pointer}/content/${escape(type)}/schema`, response, name);
  else if (response !== null) console.log(`${name}: the contract knows of no body`);
}

for (const event of recorded.events) {
  const kind = event.type.split('.')[0];
  judge(document.webhooks[kind].post.requestBody.content['application/json'].schema.$ref.slice(1), event, `event ${event.type}`);
}
