/** What the operator reads of the gateways: where they listen, and how much passed. No more. */
import type { Gateways } from './gateways.ts';

export function listDoors({ milter, icap }: Gateways): string {
  return [
    milter ? `Cửa thư / Mail gateway (milter): ${milter.host}:${milter.port}\n` : '',
    icap ? `Cửa web / Web gateway (ICAP): ${icap.host}:${icap.port}\n` : '',
  ].join('');
}

export function listCounts({ milter, icap, counts }: Gateways): string {
  const line = (name: string, { clean, touches, unchecked }: Gateways['counts']['mail']): string =>
    `${name}: ${clean} sạch / clean, ${touches} chạm / touched, ` +
    `${unchecked} chưa kiểm tra / unchecked\n`;
  return [
    milter ? line('Cửa thư / Mail gateway', counts.mail) : '',
    icap ? line('Cửa web / Web gateway', counts.web) : '',
  ].join('');
}
