import type { ProcedureName } from '@contract/procedures';

/** What may look different after a claim. */
export const CHANGED_BY_CLAIM: readonly ProcedureName[] = [
  'attendance.getMyClaim',
  'attendance.listMyCorrectable',
  'attendance.listMyRecords',
  'attendance.listRecordHistory',
  'activity.getShift',
  'volunteer.getMe',
];
