/**
 * Why this exists: mingo 7.2 puts a value equal to a boundary into the bucket below, so `$bucket` is
 * rewritten.
 */
import { isPlainObject } from './ejson';
import { requestFailed } from './errors';
import { compareValues } from './values';

const KEYS = new Set(['groupBy', 'boundaries', 'default', 'output']);

/** `$bucket` as `$group` and `$sort`; a value outside all boundaries needs `default`. */
export function bucketStages(value: unknown): Array<Record<string, unknown>> {
  if (!isPlainObject(value) || Object.keys(value).some((key) => !KEYS.has(key))) {
    throw requestFailed('$bucket needs groupBy and boundaries');
  }
  const { groupBy, boundaries, output } = value;
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed('$bucket must specify at least two boundaries');
  }
  const bounds: readonly unknown[] = boundaries;
  const branches = bounds.slice(1).map((upper, index) => {
    const lower = bounds[index];
    if (compareValues(lower, upper) >= 0)
      throw requestFailed('$bucket boundaries must be in ascending order');
    const inside = [{ $gte: [groupBy, { $literal: lower }] }, { $lt: [groupBy, { $literal: upper }] }];
    return { case: { $and: inside }, then: { $literal: lower } };
  });
  const otherwise = 'default' in value ? { default: { $literal: value['default'] } } : {};
  return [
    {
      $group: {
        _id: { $switch: { branches, ...otherwise } },
        ...(isPlainObject(output) ? output : { count: { $sum: 1 } }),
      },
    },
    { $sort: { _id: 1 } },
  ];
}
