/**
 * The stored form of a password (RFC 5802, RFC 7677), computed here so that the password itself
 * never travels in a statement, where a server's log could keep it.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4_096;

/** Holds no quote: safe inside a SQL literal. */
export function scramVerifier(password: string, salt: Uint8Array = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  const saltText = Buffer.from(salt).toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${saltText}$${storedKey}:${serverKey}`;
}
