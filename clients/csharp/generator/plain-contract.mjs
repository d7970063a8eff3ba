// The contract in the words of OpenAPI 3.0, which NSwag reads: `nullable` for unions with null. States and codes become
// plain text, so that a client of today still reads the answer of a server that knows one more of them, and refusals are
// left out, because ProblemHandler throws them before the generated code sees them.
export function plainContract(document) {
  const contract = structuredClone(document);
  contract.openapi = '3.0.3';
  delete contract.webhooks;
  delete contract.components.responses;
  contract.components.parameters.IdempotencyKey.required = false;
  for (const path of Object.values(contract.paths)) {
    for (const { requestBody, responses } of Object.values(path)) {
      if (requestBody) asBytes(requestBody);
      for (const status of Object.keys(responses)) {
        if (status >= '400') delete responses[status];
      }
    }
  }
  const { schemas } = contract.components;
  const values = new Map();
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.enum) {
      values.set(`#/components/schemas/${name}`, schema);
      delete schemas[name];
    }
  }
  visit(contract, values);
  return contract;
}

// The types of a body that is a file and nothing else.
export const fileTypes = ({ content }) => (content['application/json'] ? [] : Object.keys(content).filter((type) => !/^(multipart|application\/x-www)/.test(type)));

// NSwag takes for JSON whatever has "json" in its name. A file of one type is a stream to it, one of several a stream and its type.
function asBytes(requestBody) {
  const types = fileTypes(requestBody);
  const names = types.length > 1 ? ['text/csv', 'application/octet-stream'] : types;
  if (names.length > 0) requestBody.content = Object.fromEntries(names.map((name) => [name, { schema: { type: 'string', format: 'binary' } }]));
}

function visit(node, values) {
  if (Array.isArray(node)) {
    node.forEach((entry) => visit(entry, values));
  } else if (node !== null && typeof node === 'object') {
    delete node.example;
    unite(node);
    name(node, values);
    for (const [key, part] of Object.entries(node)) {
      // A map of names, among them "type" and "description", is no schema itself.
      if (key === 'properties') Object.values(part).forEach((member) => visit(member, values));
      else visit(part, values);
    }
  }
}

function unite(schema) {
  if (schema.oneOf?.length === 2 && schema.oneOf.some((choice) => choice.type === 'null')) {
    const other = schema.oneOf.find((choice) => choice.type !== 'null');
    delete schema.oneOf;
    schema.nullable = true;
    if (other.$ref) schema.allOf = [other];
    else Object.assign(schema, other);
  }
  if (Array.isArray(schema.type)) {
    schema.type = schema.type.find((type) => type !== 'null');
    schema.nullable = true;
  }
  // Unknown members are skipped when they are read; nothing keeps them.
  if (schema.properties && schema.type) schema.additionalProperties = false;
}

function name(schema, values) {
  const known = values.get(schema.$ref ?? schema.allOf?.[0]?.$ref);
  if (known) {
    delete schema.$ref;
    delete schema.allOf;
    schema.type = 'string';
    schema.description = told(schema.description ?? known.description, known.enum);
  } else if (schema.enum && schema.type === 'string') {
    schema.description = told(schema.description, schema.enum);
    delete schema.enum;
  }
}

const told = (description, words) => `${description ?? ''} One of: ${words.join(', ')}.`.trim();
