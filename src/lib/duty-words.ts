import type { DutyView } from '@contract/closing.contract';

import { formatDistance, formatInstant } from './format';

const MEANS: Readonly<Record<DutyView['method'], string>> = {
  location: '定位',
  card: '由现场的人证明',
};

/** `今天 13:50 到岗，定位，离签到点 20 米`. */
export function dutyText({ at, method, distanceMeters }: DutyView, now: number): string {
  const distance = distanceMeters === null ? '' : `，离签到点 ${formatDistance(distanceMeters)}`;
  return `${formatInstant(at, now)} 到岗，${MEANS[method]}${distance}`;
}
