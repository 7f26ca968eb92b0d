import { hmacSha256 } from '@contract/hmac-sha256';
import {
  CODE_STEP_MS,
  codeStepAt,
  judgeRotatingCode,
  judgeShortCode,
} from '@domain/attendance/check-in-code';
import { parseShiftId } from '@domain/kernel/identifiers';
import { linkOfScannedText } from '@domain/link/link';

import { bytesOfHex, codeFaceAt, countdownAt } from './rotating-code';

const SEED = '00112233445566778899aabbccddeeff'.repeat(2);
const SHIFT = parseShiftId('Shift00001');
const ORIGIN = 'https://volunteer.example';
const BOUNDARY = 1_800_000_000_000;

test('[AT4] the code changes exactly at the step boundary and not within a step', () => {
  expect(BOUNDARY % CODE_STEP_MS).toBe(0);
  const faceAt = (now: number) => codeFaceAt(SEED, SHIFT, ORIGIN, codeStepAt(now));
  expect(faceAt(BOUNDARY + CODE_STEP_MS - 1)).toEqual(faceAt(BOUNDARY));
  expect(faceAt(BOUNDARY - 1).step).toBe(faceAt(BOUNDARY).step - 1);
  expect(faceAt(BOUNDARY - 1).address).not.toBe(faceAt(BOUNDARY).address);
  expect(faceAt(BOUNDARY - 1).digits).not.toEqual(faceAt(BOUNDARY).digits);
});

test('[AT4] what the screen shows is what the server accepts', () => {
  const face = codeFaceAt(SEED, SHIFT, ORIGIN, codeStepAt(BOUNDARY));
  const link = linkOfScannedText(face.address);
  expect(link).toMatchObject({ kind: 'checkIn', shiftId: SHIFT });
  const code = link?.kind === 'checkIn' ? link.code : '';
  const seed = bytesOfHex(SEED);
  expect(judgeRotatingCode(hmacSha256, seed, code, BOUNDARY).kind).toBe('valid');
  expect(judgeShortCode(hmacSha256, seed, face.digits.join(''), BOUNDARY).kind).toBe('valid');
  expect(face.digits.map((half) => half.length)).toEqual([4, 4]);
});

test('the countdown goes from thirty to one and never shows zero', () => {
  expect(countdownAt(BOUNDARY)).toEqual({ seconds: 30, share: 1 });
  expect(countdownAt(BOUNDARY + 15_000)).toEqual({ seconds: 15, share: 0.5 });
  expect(countdownAt(BOUNDARY + CODE_STEP_MS - 1).seconds).toBe(1);
});
