/**
 * Serves the built screens. Nothing is fetched from outside, nothing may be framed, scripts and
 * styles come from this server alone (the style nonce is for the one library that injects rules).
 */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const DIST = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const YEAR_S = 31_536_000;

function secure(reply: FastifyReply, nonce: string): void {
  void reply.headers({
    'content-security-policy': [
      "default-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  });
}

export async function serveScreens(app: FastifyInstance): Promise<void> {
  const page = await readFile(`${DIST}index.html`, 'utf8');
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) secure(reply, 'none');
  });
  await app.register(fastifyStatic, {
    root: `${DIST}assets`,
    prefix: '/assets/',
    maxAge: YEAR_S * 1000,
    immutable: true,
  });
  // Every other address is a screen; which one, the browser decides.
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    secure(reply, nonce);
    void reply.header('cache-control', 'no-store');
    return reply.type('text/html; charset=utf-8').send(page.replaceAll('__CSP_NONCE__', nonce));
  });
}
