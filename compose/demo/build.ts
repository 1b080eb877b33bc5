/**
 * Makes the demo agency in a data folder: everything through the verbs of the house, in the order
 * of its moments. Made under another name and renamed when it is whole, so that a run that was
 * stopped leaves nothing that looks like a demo; the next one starts over.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '../../adapters/clock/system.ts';
import { findRunning } from '../../adapters/postgres/server/start.ts';
import { permit } from '../../core/common/refusal.ts';
import { readPage } from '../../server/access/read-page.ts';
import { draft } from '../../server/determination/draft.ts';
import type { Extractor } from '../../server/ports/extractor.ts';
import type { Parts } from '../../server/ports/parts.ts';
import { openHouse } from '../open-house.ts';
import { type Settings, SettingsError } from '../settings.ts';
import { demoSharePath, giveShares, readDemoShare } from '../unseal.ts';
import { arrivalOf, pressSteps } from './arriving.ts';
import { deskSteps } from './desk.ts';
import { foundAgency } from './found-agency.ts';
import { lifeOf } from './own-documents.ts';
import { parcelSteps } from './parcels.ts';
import { type DocumentPlan, planDocuments } from './plan.ts';
import { publicationSteps } from './publication.ts';
import { seeded } from './seeded.ts';
import {
  actorOf,
  granted,
  moment,
  refusedTry,
  type Stage,
  type StagedClock,
  type Step,
  stagedClock,
} from './stage.ts';

const SEED = 20_260_301;
const FIRST_DAY = 150;

export type DemoProgress = (done: number, all: number) => void;
export type DemoAnswer = 'made' | 'was-there';

/** Throws SettingsError for a folder that holds anything else than a demo. */
export async function ensureDemo(
  settings: Settings,
  onProgress: DemoProgress,
): Promise<DemoAnswer> {
  const { dataFolder } = settings;
  if (readDemoShare(dataFolder) !== null) return 'was-there';
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new SettingsError(
      `${dataFolder} đã có dữ liệu và không phải bản trình diễn. Chọn thư mục khác.\n` +
        'This folder holds data and is no demo. Choose another one.',
    );
  }
  const unfinished = `${dataFolder}.unfinished`;
  removeUnfinished(unfinished);
  mkdirSync(dirname(dataFolder), { recursive: true });
  await build({ ...settings, dataFolder: unfinished }, onProgress);
  if (existsSync(dataFolder)) rmdirSync(dataFolder);
  renameSync(unfinished, dataFolder);
  return 'made';
}

/** What a run that was stopped left; never what another one is making right now. */
function removeUnfinished(folder: string): void {
  const postgres = join(folder, 'postgres');
  if (existsSync(postgres) && findRunning(postgres)) {
    throw new SettingsError(
      `${folder} đang được tạo; đợi xong rồi thử lại. / It is being made; wait and try again.`,
    );
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function build(settings: Settings, onProgress: DemoProgress): Promise<void> {
  const today = systemClock.now();
  const clock = stagedClock(moment({ today }, FIRST_DAY));
  const faults: unknown[] = [];
  const house = await openHouse(settings, { clock, report: (thrown) => faults.push(thrown) });
  try {
    if (await house.parts.acts.read({ kind: 'console' }, ({ people }) => people.loadAgency())) {
      throw new SettingsError(
        'Cơ sở dữ liệu này đã có một cơ quan. / This database holds an agency already.',
      );
    }
    const documents = planDocuments(seeded(SEED));
    const parts = { ...house.parts, extractor: readingAhead(house.parts.extractor, documents) };
    await openVault(parts, settings.dataFolder);
    const stage: Stage = { parts, today, ids: await foundAgency(parts) };
    await play(stepsOf(stage, documents), { clock, onProgress });
  } finally {
    await house.close();
  }
  if (faults.length > 0) throw faults[0];
}

async function openVault(parts: Parts, dataFolder: string): Promise<void> {
  const { acts, seal } = parts;
  const plan = { threshold: 1, shares: 1 };
  const shares = await granted(seal.initialise(plan));
  await granted(
    acts.perform({ kind: 'console' }, { verb: 'vault.initialise' }, async () =>
      permit({ facts: plan, value: null }),
    ),
  );
  const text = `${shares.join('\n')}\n`;
  writeFileSync(demoSharePath(dataFolder), text, { mode: 0o600 });
  await granted(giveShares(parts, shares));
}

/** Reads every file before its turn: the bounded processes are the slow part, and may overlap. */
function readingAhead(extractor: Extractor, documents: readonly DocumentPlan[]): Extractor {
  const readings = new Map(documents.map(({ file }) => [file, extractor.extract(file)]));
  for (const reading of readings.values()) reading.catch(() => {}); // Thrown where it is awaited.
  return {
    extract: (file) => readings.get(file) ?? extractor.extract(file),
    renderPage: (file, request) => extractor.renderPage(file, request),
    readCopyMark: (request) => extractor.readCopyMark(request),
    readArticles: (file, name) => extractor.readArticles(file, name),
    openMessage: (message) => extractor.openMessage(message),
    readBeneath: (file) => extractor.readBeneath(file),
  };
}

function stepsOf(stage: Stage, documents: readonly DocumentPlan[]): readonly Step[] {
  const steps = documents.flatMap((plan, index) => {
    const minutes = (index * 17) % 240;
    return plan.kind === 'own' ? lifeOf(stage, plan, minutes) : arrivalOf(stage, plan, minutes);
  });
  const more = [
    ...pressSteps(stage),
    ...parcelSteps(stage),
    ...publicationSteps(stage),
    ...deskSteps(stage),
    ...refusedSteps(stage),
  ];
  return [...steps, ...more].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
}

/** Tries that are refused: they too are in the ledger. */
function refusedSteps(stage: Stage): readonly Step[] {
  const { parts } = stage;
  const absent = '00000000-0000-4000-8000-000000000000';
  return [
    {
      at: moment(stage, 9, 200),
      run: () =>
        refusedTry(readPage(parts, actorOf(stage, 'nghi.hv'), { documentId: absent, page: 1 })),
    },
    {
      at: moment(stage, 4, 210),
      run: () =>
        refusedTry(
          draft(parts, actorOf(stage, 'loc.gt'), {
            documentType: 'report',
            level: 'mat',
            summary: 'Báo cáo nhanh',
            guideItem: '2500/QĐ-TTg:3.4',
            conditionAttested: true,
            circulation: 'Ban bầu cử số 2',
            recipients: ['Ban bầu cử số 2'],
            copies: 1,
            copyingAllowed: false,
            shorterPeriod: null,
          }),
        ),
    },
  ];
}

type Playing = {
  readonly clock: StagedClock;
  readonly onProgress: DemoProgress;
};

async function play(steps: readonly Step[], { clock, onProgress }: Playing): Promise<void> {
  for (const [index, { at, run }] of steps.entries()) {
    clock.set(at);
    await run();
    onProgress(index + 1, steps.length);
  }
}
