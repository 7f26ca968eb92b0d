/** The code screen without a network: what was kept on the device and the clock are all it needs. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { CODE_STEP_MS, codeStepAt } from '@domain/attendance/check-in-code';
import { parseDivisionCode } from '@domain/geography/division';
import { DEFAULT_SHIFT_RULES } from '@domain/attendance/attendance-rules';
import { parseActivityId, parseProjectId, parseShiftId } from '@domain/kernel/identifiers';
import { HOUR_MS } from '@domain/time/civil-day';

import { keepAnswer } from '@/lib/kept-answers';
import { AnswersProvider, queryClient } from '@/lib/query-client';

import { CodeScreen } from './code-screen';
import { codeFaceAt } from './rotating-code';

const SHIFT = parseShiftId('Shift00001');
const SEED = '0123456789abcdef'.repeat(4);
const BOUNDARY = 1_800_000_000_000;

let container: HTMLElement;
let root: Root;

const shift = {
  shiftId: SHIFT,
  activityId: parseActivityId('Activity01'),
  projectId: parseProjectId('Project001'),
  title: '周六清河行动',
  startsAt: BOUNDARY - HOUR_MS,
  endsAt: BOUNDARY + HOUR_MS,
  checkInOpensAt: BOUNDARY - 1.5 * HOUR_MS,
  checkOutClosesAt: BOUNDARY + 3 * HOUR_MS,
  place: {
    name: '滨河路',
    divisionCode: parseDivisionCode('513201001001'),
    divisionName: '达萨街社区',
    latitude: 31.9,
    longitude: 102.2,
    radiusMeters: 200,
  },
  capacity: 20,
  takenCount: 3,
  waitingCount: 0,
  riskLevel: 'general' as const,
  state: 'open' as const,
  cancelReason: null,
  meetingPoint: '',
  changedAt: null,
  closedAt: null,
  rules: { ...DEFAULT_SHIFT_RULES, breaks: [] },
};

function keepEverything(validUntil: number): void {
  keepAnswer('attendance.getCheckInSeed', { shiftId: SHIFT }, { seedHex: SEED, validUntil });
  const activity = {
    activityId: shift.activityId,
    projectId: shift.projectId,
    projectTitle: '河湖清洁',
    teamName: '队',
    title: shift.title,
    summary: '',
    state: 'published',
    firstStartsAt: shift.startsAt,
    lastEndsAt: shift.endsAt,
    trainingValidDays: null,
    risk: { level: 'general', dangers: '', insurance: '', training: '' },
    placeName: shift.place.name,
    divisionName: shift.place.divisionName,
    checkInOpensAt: shift.checkInOpensAt,
  } as const;
  const mine = { mine: null, aheadCount: null, changed: null, brought: [], canManage: true };
  keepAnswer('activity.getShift', { shiftId: SHIFT }, { shift, activity, ...mine });
}

async function show(): Promise<void> {
  await act(async () => {
    root.render(
      <AnswersProvider>
        <CodeScreen shiftId={SHIFT} />
      </AnswersProvider>,
    );
    await jest.advanceTimersByTimeAsync(0);
  });
}

async function waitMs(milliseconds: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(milliseconds));
}

function digitsShown(): string {
  return document.querySelector('[aria-label^="短码"]')?.textContent ?? '';
}

function digitsAt(instant: number): string {
  return codeFaceAt(SEED, SHIFT, window.location.origin, codeStepAt(instant)).digits.join('');
}

beforeEach(() => {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    fetch: () => Promise.reject(new TypeError('no network')),
  });
  jest.useFakeTimers({ now: BOUNDARY - 10_000 });
  localStorage.clear();
  queryClient.clear();
  container = document.createElement('div');
  document.body.replaceChildren(container);
  root = createRoot(container);
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
  jest.useRealTimers();
});

test('[AT3.1] offline, the code changes at the step boundary and the ring counts down to it', async () => {
  keepEverything(BOUNDARY + 3 * HOUR_MS);
  await show();
  expect(digitsShown()).toBe(digitsAt(BOUNDARY - 1));
  expect(document.querySelector('[role="timer"]')?.textContent).toContain('10');
  const picture = document.querySelector('img')?.src;
  expect(picture).toMatch(/^data:image\/gif;base64,/);
  await waitMs(9_900);
  expect(digitsShown()).toBe(digitsAt(BOUNDARY - 1));
  expect(document.querySelector('[role="timer"]')?.textContent).toContain('1');
  await waitMs(400);
  expect(digitsShown()).toBe(digitsAt(BOUNDARY));
  expect(document.querySelector('img')?.src).not.toBe(picture);
  expect(document.querySelector('[role="timer"]')?.textContent).toContain('30');
  await waitMs(CODE_STEP_MS);
  expect(digitsShown()).toBe(digitsAt(BOUNDARY + CODE_STEP_MS));
});

test('offline, the head-count says it is missing while the code goes on', async () => {
  keepEverything(BOUNDARY + 3 * HOUR_MS);
  await show();
  await waitMs(1_000);
  expect(document.body.textContent).toContain('暂时看不到人数；签到码照常可用');
  expect(document.body.textContent).toContain('周六清河行动');
});

test('after the last check-out there is no code', async () => {
  keepEverything(BOUNDARY - 20_000);
  await show();
  expect(document.body.textContent).toContain('这一场已经结束');
  expect(digitsShown()).toBe('');
});

test('never opened before and no network: says so, and shows no code', async () => {
  await show();
  await waitMs(10_000);
  expect(document.body.textContent).toContain('第一次打开需要网络');
  expect(digitsShown()).toBe('');
});
