import { randomBytes } from 'node:crypto';
import type { VirtualClock } from '../host/clock';
import { HttpError } from '../host/http-error';
import { LOCAL_APP_ID } from '../host/identity';
import { accepted, refused, type OpenApiAnswer, type OpenApiCall } from './open-api-types';

const CODE_LIFE_MS = 5 * 60_000;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

interface PhoneCode {
  readonly phoneNumber: string;
  readonly expiresAt: number;
  isUsed: boolean;
}

/**
 * Codes stand for "the person pressed allow": on a phone WeChat mints them, here the control interface
 * does.
 */
export class PhoneNumbers {
  private readonly codes = new Map<string, PhoneCode>();

  constructor(private readonly clock: VirtualClock) {}

  /** A code for one use within five minutes. Throws 400 for anything but a mainland mobile number. */
  mint(phoneNumber: string): { code: string; expiresAt: number } {
    if (!MAINLAND_MOBILE.test(phoneNumber)) {
      throw new HttpError(
        400,
        'INVALID_PHONE_NUMBER',
        'phoneNumber must be 11 digits beginning with 13 to 19',
      );
    }
    this.forgetExpired();
    const code = randomBytes(32).toString('hex');
    const expiresAt = this.clock.now() + CODE_LIFE_MS;
    this.codes.set(code, { phoneNumber, expiresAt, isUsed: false });
    return { code, expiresAt };
  }

  getPhoneNumber(call: OpenApiCall): OpenApiAnswer {
    const code = call.parameters['code'];
    const entry = typeof code === 'string' ? this.codes.get(code) : undefined;
    if (entry === undefined || entry.expiresAt <= this.clock.now()) return refused(40029, 'invalid code');
    if (entry.isUsed) return refused(40163, 'code been used');
    entry.isUsed = true;
    return accepted({
      phone_info: {
        phoneNumber: entry.phoneNumber,
        purePhoneNumber: entry.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.clock.now() / 1000), appid: LOCAL_APP_ID },
      },
    });
  }

  clear(): void {
    this.codes.clear();
  }

  private forgetExpired(): void {
    for (const [code, entry] of this.codes) if (entry.expiresAt <= this.clock.now()) this.codes.delete(code);
  }
}
