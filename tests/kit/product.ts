/**
 * The whole product on an in-memory local cloud, for tests: real functions, real SDK, a small seeded city.
 */
import path from 'node:path';
import type { ErrorCode } from '@contract/error-codes';
import type { InputOf, OutputOf, ProcedureName } from '@contract/procedures';
import { functionOf, procedures } from '@contract/procedures';
import { responseSchema } from '@contract/wire';
import { startLocalProduct, type LocalProductOptions } from '@demo/compose-local-cloud';
import { checkCharacterOf } from '@domain/volunteer/id-number';
import type { LocalCloud } from '@local-cloud/host/local-cloud';
import type { JsonObject } from '@local-cloud/host/json';
import { CONSENT_VERSION } from '@contract/volunteer.contract';
import { TEN_IN_THE_MORNING } from './today';

export const PROJECT_DIRECTORY = path.resolve(__dirname, '../..');
/** 马尔康市 · 马尔康镇 · its first community, in the committed extract */
export const COMMUNITY = '513201100002';

export type Answer<Name extends ProcedureName> =
  | { readonly ok: true; readonly value: OutputOf<Name> }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: Record<string, string | number> };

export class TestProduct {
  private startOffsetMs: number;

  private constructor(
    readonly cloud: LocalCloud,
    private readonly volunteers: number | null,
  ) {
    this.startOffsetMs = cloud.clock.offsetMs;
  }

  static async start(
    volunteers = 60,
    workers = 3,
    wishes: Partial<LocalProductOptions> = {},
  ): Promise<TestProduct> {
    const cloud = await startLocalProduct({
      port: 0,
      dataDirectory: null,
      projectDirectory: PROJECT_DIRECTORY,
      automaticTimers: false,
      workers,
      startsAt: TEN_IN_THE_MORNING,
      ...wishes,
    });
    await cloud.seed({ volunteers });
    return new TestProduct(cloud, volunteers);
  }

  /** For a cloud that was started and seeded elsewhere. */
  static of(cloud: LocalCloud): TestProduct {
    return new TestProduct(cloud, null);
  }

  /** The clock as it would be untouched since the start, and so much later. */
  standAt(laterMs = 0): void {
    this.cloud.clock.setOffset(this.startOffsetMs + laterMs);
  }

  /** The city as after the start, in the instances of before: loading those is most of what a start costs. */
  async renew(): Promise<void> {
    if (this.volunteers === null) throw new Error('who seeded this cloud seeds it anew');
    await this.cloud.reset();
    await this.cloud.seed({ volunteers: this.volunteers });
    this.startOffsetMs = this.cloud.clock.offsetMs;
  }

  stop(): Promise<void> {
    return this.cloud.stop();
  }

  /** Sends anything, as an outside program could; the answer is checked against the envelope. */
  async send(openId: string, event: JsonObject) {
    const { procedure } = event;
    const name = functionOf(typeof procedure === 'string' ? procedure : '');
    return responseSchema.parse(await this.cloud.invoke(name, event, { openid: openId }));
  }

  async call<Name extends ProcedureName>(
    openId: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<Answer<Name>> {
    const answer = await this.send(openId, { procedure: name, input: parseJson(input) });
    if (!answer.ok) return { ok: false, code: answer.error.code, params: answer.error.params };
    return { ok: true, value: parseOutput(name, answer.value) };
  }

  /** For calls that must succeed. */
  async must<Name extends ProcedureName>(
    openId: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>> {
    const answer = await this.call(openId, name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code} ${JSON.stringify(answer.params)}`);
    return answer.value;
  }

  async fold(): Promise<void> {
    await this.cloud.runTimer('fold');
  }

  documents(collection: string): JsonObject[] {
    return this.cloud.database.listDocuments(collection, { skip: 0, limit: 100_000 });
  }

  /** Who has this account. */
  volunteerIdOf(openId: string): string {
    const account = this.documents('accounts').find(({ _id }) => _id === openId);
    const volunteerId = account?.['volunteerId'];
    if (typeof volunteerId !== 'string') throw new Error(`${openId} is not registered`);
    return volunteerId;
  }

  /** Database round trips while `work` runs. */
  async roundTripsOf(work: () => Promise<unknown>): Promise<number> {
    this.cloud.database.resetStatistics();
    await work();
    return this.cloud.database.statistics().roundTrips;
  }

  /**
   * Everything that clients could have changed, as text: equal before and after means nothing was written.
   * That a call was counted is no change.
   */
  fingerprint(): string {
    return JSON.stringify(
      this.cloud.database
        .listCollections()
        .filter(({ name }) => name !== 'callCounts')
        .map(({ name }) => this.documents(name)),
    );
  }
}

function parseOutput<Name extends ProcedureName>(name: Name, value: unknown): OutputOf<Name> {
  return procedures[name].output.parse(value) as OutputOf<Name>;
}

/** As it travels: what is undefined is absent. */
export function parseJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

let lastRequest = 0;
/** For a cloud that an earlier process has asked already: it would find its own requests again. */
export function numberRequestsFrom(number: number): void {
  lastRequest = number;
}
export function requestId(): string {
  lastRequest += 1;
  return `test-request-${String(lastRequest).padStart(8, '0')}`;
}

/** A valid id number of nobody: area code 513299 belongs to no division. */
export function idNumberOf(number: number, birthDay = '19900101'): string {
  const first17 = `513299${birthDay}${String(number % 1000).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}

export function registration(number: number, name = '测试者'): InputOf<'volunteer.register'> {
  return {
    requestId: requestId(),
    name,
    idNumber: idNumberOf(number, `19${String(60 + Math.floor(number / 1000)).padStart(2, '0')}0101`),
    phone: { kind: 'typed', phoneNumber: `131${String(number).padStart(8, '0')}` },
    communityCode: COMMUNITY,
    consentVersion: CONSENT_VERSION,
    optionalConsents: ['location'],
    channel: null,
  };
}
