/** The way to a NATS server with JetStream, and what its failures are to the house. */
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Fault } from '../../core/common/fault.ts';

const CONNECT_MS = 10_000;

export function engineFailed(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new Fault('matching-unavailable', `the queue in NATS failed: ${why}`, {
    cause,
    retryable: true,
  });
}

/** `url`: `nats://user:password@host:4222`, or `tls://…`. Throws Fault `matching-unavailable`. */
export async function reachNats(url: string): Promise<NatsConnection> {
  const { protocol, host, username, password } = new URL(url);
  try {
    return await connect({
      servers: host,
      ...(username ? { user: decodeURIComponent(username) } : {}),
      ...(password ? { pass: decodeURIComponent(password) } : {}),
      ...(protocol === 'tls:' ? { tls: {} } : {}),
      name: 'niemphong',
      timeout: CONNECT_MS,
      // A server that starts anew finds its clients again; what waits meanwhile has its own end.
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      ignoreClusterUpdates: true,
    });
  } catch (reason) {
    return engineFailed(reason);
  }
}
