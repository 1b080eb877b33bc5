/**
 * The way of a command to the house of a data folder: over the control socket of the process that
 * runs on it; where none does, the house is opened for the time of the command and its own control
 * socket is used, so that there is one way only.
 */
import { existsSync } from 'node:fs';
import { type Outcome, permit } from '../core/common/refusal.ts';
import { findControl, serveControl } from './control-socket.ts';
import { openHouse } from './open-house.ts';
import { type Settings, SettingsError } from './settings.ts';
import { giveShares, readDemoShare } from './unseal.ts';

export type Console = { readonly socketPath: string; close(): Promise<void> };

export type ConsoleOptions = {
  /** Texts of shares. A running server is opened in the web app, never from here. */
  readonly shares: readonly string[];
  readonly report: (thrown: unknown) => void;
};

export function assertDataFolder({ dataFolder }: Settings): void {
  if (existsSync(dataFolder)) return;
  throw new SettingsError(
    `Không có thư mục dữ liệu ${dataFolder}. Đặt --data hoặc NIEMPHONG_DATA.\n` +
      'There is no such data folder. Set --data or NIEMPHONG_DATA.',
  );
}

export async function openConsole(
  settings: Settings,
  { shares, report }: ConsoleOptions,
): Promise<Outcome<Console>> {
  assertDataFolder(settings);
  const running = await findControl(settings.dataFolder);
  if (running) return permit({ socketPath: running, close: async () => {} });
  const house = await openHouse(settings, { report });
  try {
    const demoShare = readDemoShare(settings.dataFolder);
    const given = await giveShares(house.parts, shares.length || !demoShare ? shares : [demoShare]);
    if (!given.ok) {
      await house.close();
      return given;
    }
    const door = await serveControl(house.app, settings.dataFolder);
    const close = async () => {
      await door.close();
      await house.close();
    };
    return permit({ socketPath: door.path, close });
  } catch (reason) {
    await house.close();
    throw reason;
  }
}
