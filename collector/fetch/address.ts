/**
 * Which addresses the collector may connect to: the public Internet only. A feed, a redirect or a
 * name server under somebody else's hand must not make it a way into the network it stands in
 * (server-side request forgery). Ranges: IANA special-purpose registries (RFC 6890 and later).
 */
import { BlockList, isIP } from 'node:net';

const CLOSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Only global unicast is open, without what carries another address inside or is documentation. */
const OPEN_V6 = '2000::/3';
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function blockList(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

const closedV4 = blockList(CLOSED_V4, 'ipv4');
const openV6 = blockList([OPEN_V6], 'ipv6');
const closedV6 = blockList(CLOSED_V6, 'ipv6');

/** `address`: as `dns.lookup` and sockets write it. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (isIP(plain) === 4) return !closedV4.check(plain, 'ipv4');
  if (isIP(plain) !== 6) return false;
  return openV6.check(plain, 'ipv6') && !closedV6.check(plain, 'ipv6');
}

export type Allowed = {
  /** `address:port` pairs that the operator's configuration names, for trials on one machine. */
  readonly exceptions: readonly string[];
};

export function mayConnect({ exceptions }: Allowed, address: string, port: number): boolean {
  return isPublicAddress(address) || exceptions.includes(`${address}:${port}`);
}
