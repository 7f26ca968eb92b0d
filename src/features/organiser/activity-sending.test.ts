import { parseActivityId } from '@domain/kernel/identifiers';

import { ApiError } from '@/lib/api-error';

import { commandFor, sendingAfter, undecidedOf, type Sending } from './activity-sending';
import { emptyDraft } from './activity-draft';
import { parseKeptEdit } from './editor-storage';

const command = { requestId: 'request-00000001', publish: true };
const created = { activityId: parseActivityId('Activity01'), shiftIds: [] };
const editing: Sending = { kind: 'editing', refusal: null };
const sending = sendingAfter(editing, { kind: 'send', command });
let made = 0;
const nextId = () => `request-new-${String((made += 1)).padStart(4, '0')}`;

test('[AT1] without an answer the same command is sent again, with the same id', () => {
  const undecided = sendingAfter(sending, { kind: 'refused', error: new ApiError('network.timeout') });
  expect(undecided.kind).toBe('undecided');
  expect(commandFor(undecided, false, nextId)).toEqual(command);
  expect(undecidedOf(undecided)).toEqual(command);
});

test('[AT1] busy is no answer either', () => {
  const busy = sendingAfter(sending, { kind: 'refused', error: new ApiError('system.busy', {}, true) });
  expect(commandFor(busy, true, nextId).requestId).toBe(command.requestId);
});

test('a refusal frees the fields and the next attempt has a new id', () => {
  const refused = sendingAfter(sending, { kind: 'refused', error: new ApiError('activity.contentRefused') });
  expect(refused).toMatchObject({ kind: 'editing', refusal: { code: 'activity.contentRefused' } });
  expect(undecidedOf(refused)).toBeNull();
  expect(commandFor(refused, false, nextId)).not.toEqual(commandFor(refused, false, nextId));
});

test('acceptance ends it, and says whether it is published', () => {
  expect(sendingAfter(sending, { kind: 'accepted', created })).toEqual({
    kind: 'done',
    created,
    isPublished: true,
  });
  expect(sendingAfter(editing, { kind: 'accepted', created })).toBe(editing);
});

test('giving up goes back to typing', () => {
  expect(sendingAfter(sending, { kind: 'giveUp' })).toEqual(editing);
});

test('what is kept on the device reads back, and anything else reads as nothing', () => {
  const kept = { draft: emptyDraft('2026-11-23'), undecided: command };
  expect(parseKeptEdit(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect([undefined, null, 5, {}, { draft: {} }].map(parseKeptEdit)).toEqual([null, null, null, null, null]);
});
