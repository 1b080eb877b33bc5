/** Prints the OpenAPI document of every endpoint in `contract/` into `docs/printed`. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Endpoint } from '../contract/endpoint.ts';
import { openApiDocument } from '../contract/openapi.ts';

const CONTRACT = new URL('../contract/', import.meta.url);
const TARGET = fileURLToPath(new URL('../docs/printed/openapi.json', import.meta.url));

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'response' in value;
}

const names = readdirSync(CONTRACT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:[a-z-]+\/)?[a-z-]+\.ts$/.test(name))
  .sort();
const modules = await Promise.all(
  names.map((name) => import(new URL(name, CONTRACT).href) as Promise<Record<string, unknown>>),
);
const endpoints = modules.flatMap((module) => Object.values(module).filter(isEndpoint));
writeFileSync(TARGET, `${JSON.stringify(openApiDocument(endpoints), null, 2)}\n`);
