/**
 * Service records of people who were imported before: ten a person, on days of their own, half with times;
 * then the same list again, and once more in a fresh city whose function dies ten times on the way. What must
 * be written is known by construction.
 */
import type { TestProduct } from '../kit/product';
import { CITY_OFFICE } from '../kit/shifts';
import { Importer, rosterIdNumber, rosterOf } from '../kit/rosters';
import { serviceList, serviceRow } from '../kit/service-lists';
import { countAll, killedRuns, KILLS, killsOf, measured, onDisk, SEED, tableOf, type Step } from './import';

const CITY = '5132';
const RECORDS_OF_A_PERSON = 10;

function listOf(rows: number): Uint8Array {
  return serviceList(
    Array.from({ length: rows }, (_none, index) => {
      const person = 1 + Math.floor(index / RECORDS_OF_A_PERSON);
      const turn = index % RECORDS_OF_A_PERSON;
      const day = `2025-04-${String(10 + turn)}`;
      const times = turn % 2 === 0 ? {} : { from: '9:00', to: '11:30' };
      return serviceRow(person, { name: '张三丰', idNumber: rosterIdNumber(person), day, ...times });
    }),
  );
}

/** People of the roster are registered, the list is sent; what is measured comes after. */
async function sendList(product: TestProduct, rows: number): Promise<Importer> {
  const roster = Array.from({ length: peopleOf(rows) }, (_none, index) => index + 1);
  const registering = await Importer.upload(product, CITY_OFFICE, rosterOf(roster), CITY);
  await registering.chooseColumns();
  await measured(registering, '', 'preview');
  await registering.deed('import.confirmImport');
  await measured(registering, '', 'imported');
  await product.fold();
  return Importer.send(product, CITY_OFFICE, listOf(rows), CITY, 'records');
}

const peopleOf = (rows: number): number => Math.ceil(rows / RECORDS_OF_A_PERSON);

function recordsOnce(rows: number): Promise<Step[]> {
  return onDisk(async (product) => {
    const importer = await sendList(product, rows);
    const found = [await measured(importer, 'reading', 'columns')];
    await importer.chooseColumns();
    found.push(await measured(importer, 'checking', 'preview'));
    await importer.deed('import.confirmImport');
    found.push(await measured(importer, 'writing', 'imported'));
    if ((await importer.view()).addedCount !== rows) throw new Error('not what the list says');
    const again = await Importer.upload(product, CITY_OFFICE, listOf(rows), CITY, 'records');
    await again.chooseColumns();
    found.push(await measured(again, 'checking the same list again', 'preview'));
    if ((await again.view()).counts.knownCount !== rows) throw new Error('the same list is another one');
    return found;
  });
}

/** Answers how many records there are afterwards. */
function recordsUnderKills(rows: number): Promise<number> {
  const nextCall = killsOf(rows);
  return onDisk(async (product) => {
    const importer = await sendList(product, rows);
    const before = countAll(product, 'attendances');
    await measured(importer, '', 'columns');
    await importer.chooseColumns();
    await killedRuns(importer, nextCall, KILLS / 2);
    await measured(importer, '', 'preview');
    await importer.deed('import.confirmImport');
    await killedRuns(importer, nextCall, KILLS / 2);
    await measured(importer, '', 'imported');
    const added = countAll(product, 'attendances') - before;
    const { addedCount } = await importer.view();
    if (added !== addedCount || added !== rows)
      throw new Error(`${String(added)} records, ${String(addedCount)} said, ${String(rows)} expected`);
    return added;
  });
}

export async function benchRecords(rows: number): Promise<string> {
  const steps = await recordsOnce(rows);
  return [
    `## A list of ${rows.toLocaleString('en')} service records`,
    '',
    `Of ${peopleOf(rows).toLocaleString('en')} people, ten each, on ten days; half with times, half without.`,
    '',
    ...tableOf(steps, rows),
    '',
  ].join('\n');
}

export async function benchRecordsKilled(rows: number): Promise<string> {
  const written = (await recordsUnderKills(rows)).toLocaleString('en');
  return [
    `The same with the function killed ${String(KILLS)} times, at calls drawn from seed ${String(SEED)}:`,
    `${written} records written, ${rows.toLocaleString('en')} expected.`,
    '',
  ].join('\n');
}
