/**
 * `npm start`: opens the house, serves the web app on TCP and the command line on the control
 * socket, and takes everything down again on SIGTERM. The only place that builds the server.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/clock/system.ts';
import { ensureScreens } from '../adapters/screens/build.ts';
import { clockJobs, startClockJobs } from '../compose/clock-jobs.ts';
import { serveControl } from '../compose/control-socket.ts';
import { ensureDemo } from '../compose/demo/build.ts';
import { listCounts, listDoors } from '../compose/gateway/gateway-lines.ts';
import { type GatewaySettings, readGatewaySettings } from '../compose/gateway/gateway-settings.ts';
import { type Gateways, openGateways } from '../compose/gateway/gateways.ts';
import { type House, openHouse } from '../compose/open-house.ts';
import { readSettings, type Settings, SettingsError } from '../compose/settings.ts';
import { readShardSettings, type ShardSettings } from '../compose/shards/shard-settings.ts';
import { giveShares, readDemoShare } from '../compose/unseal.ts';
import { FAULT_TEXTS } from '../contract/text/fault-text.ts';
import { Fault } from '../core/common/fault.ts';
import { placeOf } from '../core/common/fault-place.ts';
import { serveScreens } from './http/screens.ts';

const NODE_MAJOR = 26;

/** Names the fault and the place in our code; never a value that a person typed. */
function report(thrown: unknown): void {
  process.stderr.write(`${systemClock.now()} ${placeOf(thrown)}\n`);
}

function explain(thrown: unknown): string {
  if (thrown instanceof SettingsError) return thrown.message;
  if (thrown instanceof Fault) {
    const [vi, en] = [FAULT_TEXTS.vi[thrown.code], FAULT_TEXTS.en[thrown.code]];
    return `${vi.what}. ${vi.wayOut}\n${en.what}. ${en.wayOut}\n(${thrown.message})`;
  }
  const code = (thrown as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return 'Cổng đang được dùng: đặt PORT khác. / The port is in use: set another PORT.';
  }
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

const MAKING_SAYS_EVERY_MS = 2_000;

/** Makes the demo agency where there is none yet; refuses a folder with real data. */
async function prepareDemo(settings: Settings): Promise<void> {
  let last = performance.now();
  await ensureDemo(settings, (done, all) => {
    if (performance.now() - last < MAKING_SAYS_EVERY_MS) return;
    last = performance.now();
    process.stderr.write(`Đang tạo bản trình diễn / Making the demo: ${done} / ${all}\n`);
  });
}

/** The demo's only share lies beside its data; every start says so. */
async function openDemoVault(house: House, settings: Settings): Promise<void> {
  const share = readDemoShare(settings.dataFolder);
  const given = await giveShares(house.parts, share === null ? [] : [share]);
  if (!given.ok) {
    await house.close();
    throw new SettingsError(
      'Mảnh khóa demo-share không mở được kho. / It does not open the vault.',
    );
  }
  process.stdout.write(
    'BẢN TRÌNH DIỄN: mọi dữ liệu đều bịa ra; kho 1 trên 1 tự mở. Đừng nhập bí mật thật.\n' +
      'DEMO: all data is invented; the 1-of-1 vault opens by itself. Enter no real secret here.\n',
  );
}

function describeShards({ shards, nats, door }: ShardSettings): string {
  const engine = nats ? 'NATS JetStream' : 'PostgreSQL';
  const at = door ? `, ${door.at.host}:${door.at.port}` : '';
  return (
    `So khớp: chờ tiến trình cho ${shards} phần tài liệu; hàng đợi ${engine}${at}\n` +
    `Matching: waiting for matchers of ${shards} shards; queue in ${engine}${at}\n`
  );
}

/** A door that cannot be opened ends the start in order. */
async function openDoors(doors: GatewaySettings, house: House): Promise<Gateways> {
  try {
    return await openGateways(doors, house.parts, { report });
  } catch (reason) {
    await house.close();
    throw reason;
  }
}

const USAGE = `npm start [-- [--demo] [--data THƯ_MỤC]]

  --demo   mở một cơ quan hư cấu đầy đủ / a complete invented agency
  --data   thư mục dữ liệu, thay cho NIEMPHONG_DATA / data folder instead of NIEMPHONG_DATA`;

function readWords() {
  try {
    return parseArgs({
      options: { demo: { type: 'boolean', default: false }, data: { type: 'string' } },
    }).values;
  } catch {
    throw new SettingsError(`Cách dùng / Usage: ${USAGE}`);
  }
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    throw new SettingsError(`Dùng: npm start / Use: npm start (Node ${NODE_MAJOR})`);
  }
  const values = readWords();
  const settings = readSettings(process.env, values.data);
  const doors = readGatewaySettings(process.env);
  const shards = readShardSettings(process.env);
  const started = performance.now();
  const built = await ensureScreens(() => {
    process.stderr.write('Đang dựng giao diện… / Building the screens…\n');
  });
  if (!built) throw new SettingsError('Không dựng được giao diện. / The screens did not build.');
  if (values.demo) await prepareDemo(settings);
  const house = await openHouse(settings, { report, screens: serveScreens, shards });
  if (values.demo) await openDemoVault(house, settings);
  const gateways = await openDoors(doors, house);
  const control = await serveControl(house.app, settings.dataFolder);

  const jobs = startClockJobs(clockJobs(house.parts), report);

  const close = async (): Promise<void> => {
    await gateways.close();
    process.stdout.write(listCounts(gateways));
    await control.close();
    // Closing seals the vault, which ends a job in the middle of its work.
    const ended = jobs.stop();
    await house.close();
    await ended;
  };
  let _closing: Promise<void> | null = null;
  const end = (code: number): void => {
    _closing ??= close().then(
      () => process.exit(code),
      (reason: unknown) => {
        report(reason);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  house.database.fault.catch((reason: unknown) => {
    report(reason);
    end(1);
  });

  const address = await house.app.listen({ host: settings.host, port: settings.port });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`Niêm Phong: ${address} (${seconds} s)\n${listDoors(gateways)}`);
  if (shards) process.stdout.write(describeShards(shards));
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${explain(thrown)}\n`);
  process.exit(1);
});
