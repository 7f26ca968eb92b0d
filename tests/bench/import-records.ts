/**
 * Service records of people who were imported before: ten a person, on days of their own, half with times;
 * then the
 * same list again. What must be written is known by construction.
 */
import { CITY_OFFICE } from '../kit/shifts';
import { Importer, rosterIdNumber, rosterOf } from '../kit/rosters';
import { serviceList, serviceRow } from '../kit/service-lists';
import { measured, onDisk, tableOf } from './import';

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

export async function benchRecordImport(rows: number): Promise<string> {
  const people = Math.ceil(rows / RECORDS_OF_A_PERSON);
  const steps = await onDisk(async (product) => {
    const roster = Array.from({ length: people }, (_none, index) => index + 1);
    const registering = await Importer.upload(product, CITY_OFFICE, rosterOf(roster), CITY);
    await registering.chooseColumns();
    await measured(registering, '', 'preview');
    await registering.deed('import.confirmImport');
    await measured(registering, '', 'imported');
    await product.fold();
    const importer = await Importer.send(product, CITY_OFFICE, listOf(rows), CITY, 'records');
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
  return [
    `## A list of ${rows.toLocaleString('en')} service records`,
    '',
    `Of ${people.toLocaleString('en')} people, ten each, on ten days; half with times, half without.`,
    '',
    ...tableOf(steps, rows),
    '',
  ].join('\n');
}
