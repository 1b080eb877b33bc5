/**
 * A TCP door on one address of the LAN: only from the networks that are set, only so many at a
 * time, nobody idle for ever. It accepts; it never connects anywhere.
 */
import { BlockList, createServer, isIPv6, type Socket } from 'node:net';
import type { ByteBudget } from '../../server/ports/passing.ts';
import { SettingsError } from '../settings.ts';
import type { Address, Network } from './gateway-settings.ts';

export type DoorPlan = {
  readonly at: Address;
  readonly peers: readonly Network[];
  readonly maxConnections: number;
  /** Ends with the connection. */
  readonly serve: (socket: Socket) => Promise<void>;
  readonly report: (thrown: unknown) => void;
};

export type Door = { readonly host: string; readonly port: number; close(): Promise<void> };

/** Mail servers keep a connection for their next mail for some minutes. */
const IDLE_MS = 600_000;
/** The peer left or was cut off: nothing failed here. */
const GONE = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'];

function networksOf(peers: readonly Network[]): BlockList {
  const networks = new BlockList();
  for (const { address, prefix } of peers)
    networks.addSubnet(address, prefix, isIPv6(address) ? 'ipv6' : 'ipv4');
  return networks;
}

function admits(networks: BlockList, { remoteAddress = '' }: Socket): boolean {
  // An IPv4 peer of an IPv6 door.
  const address = remoteAddress.replace(/^::ffff:(?=\d+\.)/, '');
  return networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

function explain(reason: unknown, { setting, host, port }: Address): unknown {
  const code = (reason as { code?: string }).code ?? '';
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: 'cổng đang được dùng / the port is in use',
    EADDRNOTAVAIL: 'máy này không có địa chỉ đó / this machine has no such address',
    EACCES: 'không được phép mở cổng / the port may not be opened',
  };
  const why = known[code];
  return why ? new SettingsError(`${setting}=${host}:${port}: ${why}.`) : reason;
}

export async function openDoor(plan: DoorPlan): Promise<Door> {
  const networks = networksOf(plan.peers);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => {}); // Told to whoever reads the stream.
    if (!admits(networks, socket)) return void socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    plan.serve(socket).catch((reason: unknown) => {
      const code = (reason as { code?: unknown }).code;
      if (!GONE.includes(String(code))) plan.report(reason);
    });
  });
  server.maxConnections = plan.maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (reason) => reject(explain(reason, plan.at)));
    server.listen({ host: plan.at.host, port: plan.at.port }, resolve);
  });
  const bound = server.address();
  return {
    host: plan.at.host,
    port: typeof bound === 'object' && bound ? bound.port : plan.at.port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

export function createBudget(bytes: number): ByteBudget {
  let left = bytes;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
    give(back) {
      left += back;
    },
  };
}
