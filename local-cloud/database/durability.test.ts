import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalDatabase } from './database';
import { TestClient } from './test-client';

/** Acknowledged writes to wait for before the kill. */
const ENOUGH_WRITES = 600;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-database-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the writing process and kills it in the middle; answers the lines it printed. */
function writeUntilKilled(path: string, extraMilliseconds: number): Promise<string[]> {
  const script = join(__dirname, 'fixtures', 'acknowledge-writes.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let isDoomed = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (isDoomed || output.split('\n').length < ENOUGH_WRITES) return;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), extraMilliseconds);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writing process ended by itself: ${errors}`));
      // the last line may have been cut by the kill
      else resolve(output.split('\n').slice(0, -1));
    });
  });
}

it('loses nothing acknowledged when the process is killed in the middle of writing', async () => {
  for (const [round, extraMilliseconds] of [0, 7, 23].entries()) {
    const path = join(folder, `round-${round}.db`);
    const lines = await writeUntilKilled(path, extraMilliseconds);
    const database = LocalDatabase.open({ path, clock: Date.now });
    const facts = new TestClient(database, 'facts');
    const added = lines.filter((line) => line.startsWith('add ')).map((line) => line.slice(4));
    expect(added.length).toBeGreaterThan(100);
    for (const id of added) expect(await facts.one(id)).toBeDefined();
    const counted = lines.filter((line) => line.startsWith('counter ')).length;
    expect(Number((await facts.one('counter'))?.['n'])).toBeGreaterThanOrEqual(counted);
    const transferred = lines.filter((line) => line.startsWith('transfer ')).length;
    const [from, to] = [Number((await facts.one('from'))?.['n']), Number((await facts.one('to'))?.['n'])];
    expect(to).toBeGreaterThanOrEqual(transferred);
    expect(from + to).toBe(0);
    database.close();
  }
});

it('keeps declarations, documents and indexes over a restart', async () => {
  const path = join(folder, 'restart.db');
  const first = LocalDatabase.open({ path, clock: Date.now });
  first.declareCollection('facts');
  first.declareIndex('facts', { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true });
  await new TestClient(first, 'facts').add({ _id: 'a', code: 'x' });
  first.close();
  const second = LocalDatabase.open({ path, clock: Date.now });
  second.declareCollection('facts');
  second.declareIndex('facts', { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true });
  const facts = new TestClient(second, 'facts');
  expect(await facts.find({ code: 'x' })).toEqual([{ _id: 'a', code: 'x' }]);
  await expect(facts.add({ code: 'x' })).rejects.toThrow(/E11000 duplicate key/);
  second.close();
});

it('refuses a file that is already open', () => {
  const path = join(folder, 'taken.db');
  const first = LocalDatabase.open({ path, clock: Date.now });
  expect(() => LocalDatabase.open({ path, clock: Date.now })).toThrow(/is in use/);
  first.close();
  LocalDatabase.open({ path, clock: Date.now }).close();
});
