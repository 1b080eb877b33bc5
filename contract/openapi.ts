/** The OpenAPI 3.1 document of a list of endpoints, printed into `docs/printed`. */
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problemSchema } from './problem.ts';

type Schema = z.ZodType;

const schemaOf = (schema: Schema, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

/** Members of an object schema as parameters of one place. */
function parametersOf(schema: Schema | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: member,
  }));
}

function bodyOf(endpoint: Endpoint): object {
  if (endpoint.upload) {
    return { requestBody: { content: { 'application/octet-stream': { schema: {} } } } };
  }
  if (!endpoint.body) return {};
  const schema = schemaOf(endpoint.body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function operationOf(endpoint: Endpoint): object {
  const answer = endpoint.download
    ? { [endpoint.download]: { schema: {} } }
    : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } };
  return {
    operationId: endpoint.name,
    tags: [endpoint.name.split('.')[0]],
    security: endpoint.open ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
    ],
    ...bodyOf(endpoint),
    responses: {
      200: { description: 'done', content: answer },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

/** Sorted by path, so that the same endpoints always print the same. */
export function openApiDocument(endpoints: readonly Endpoint[]): object {
  const sorted = endpoints.toSorted((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of sorted) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  const problem = { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } };
  return {
    openapi: '3.1.0',
    info: { title: 'Niêm Phong', version: '0.1.0' },
    paths,
    components: {
      responses: { problem: { description: 'refused, or a fault (RFC 9457)', content: problem } },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'niemphong' } },
    },
  };
}
