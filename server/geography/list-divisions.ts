import { rejected } from '@domain/kernel/result';
import type { Handler } from '../kernel/procedure';
import { cityOf } from '../system/city';

/** The widest node of the official tree has far fewer children. */
const CHILDREN_LIMIT = 500;

export const listDivisions: Handler<'geography.listDivisions'> = async (input, context) => {
  const { database } = context.ports;
  const parentCode = input.parentCode ?? (await cityOf(context.ports)).cityCode;
  const divisions = await database.find('divisions', {
    where: { parentCode },
    orderBy: [['_id', 'asc']],
    limit: CHILDREN_LIMIT,
  });
  if (divisions.length === 0) return rejected('division.notFound');
  return { divisions: divisions.map(({ _id, name, level }) => ({ divisionCode: _id, name, level })) };
};
