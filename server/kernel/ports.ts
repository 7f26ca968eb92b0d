/** What a use case may ask of the world. The cloud implements it; a use case never sees the SDK. */
import type { PlatformLinkForm } from '@contract/reach.contract';
import type { MessageTemplates } from '@contract/message-templates';
import type { SendAnswer } from '@domain/message/send-outcome';
import type { PageKey } from './cursor';
import type { CollectionName, StoredDocument } from './documents';
import type { Excerpt, ExcerptName } from './excerpts';
import type { RecentCalls } from './recent-calls';

export type Scalar = string | number | boolean | null;
/** Equality, or one comparison; fields are dotted paths. */
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | {
      readonly atLeast?: number | string;
      readonly above?: number | string;
      readonly below?: number | string;
      readonly atMost?: number | string;
    };
export type Where = Readonly<Record<string, Condition>>;

export interface Query {
  readonly where: Where;
  readonly orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** with exactly two sort fields: only rows after this key (see cursor.ts) */
  readonly after?: PageKey | null;
  /** always stated: the cloud's silent default of 100 gives silently wrong answers; at most 1,000 */
  readonly limit: number;
}

export interface SumQuery {
  readonly where: Where;
  readonly by: string;
  /** null: the documents are only counted, and the sum is 0 */
  readonly field: string | null;
  /** at least the number of values that can occur: the cloud's silent default is 20 */
  readonly limit: number;
}
export interface KeyedSum {
  readonly key: string;
  readonly count: number;
  readonly sum: number;
}

export interface Database {
  get<Name extends CollectionName>(collection: Name, id: string): Promise<StoredDocument<Name> | null>;
  /** one round trip, at most 1,000 ids; absent ones are absent in the answer */
  getMany<Name extends CollectionName>(
    collection: Name,
    ids: readonly string[],
  ): Promise<StoredDocument<Name>[]>;
  /** rejects with AnswerTooLargeError above the cloud's 1 MB */
  find<Name extends CollectionName>(collection: Name, query: Query): Promise<StoredDocument<Name>[]>;
  /** the same for a part of each document: what is read by the thousand (see excerpts.ts) */
  findExcerpts<Name extends ExcerptName>(name: Name, query: Query): Promise<Excerpt<Name>[]>;
  count(collection: CollectionName, where: Where): Promise<number>;
  /** count and sum of a field, grouped by nothing; one round trip */
  sum(collection: CollectionName, where: Where, field: string): Promise<{ count: number; sum: number }>;
  /** count and sum of a field for each value of another that occurs, at most 1,000; one round trip */
  sumBy(collection: CollectionName, query: SumQuery): Promise<KeyedSum[]>;
  put<Name extends CollectionName>(collection: Name, document: StoredDocument<Name>): Promise<void>;
  /**
   * Runs `work` in one transaction and repeats it, bounded, on a conflict or an unknown outcome: `work` must
   * read what it decides on, so that a repetition after a lost answer finds its own result.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** Single documents by id only: the cloud's transactions promise no more. Each call is one round trip. */
export interface Transaction {
  get<Name extends CollectionName>(collection: Name, id: string): Promise<StoredDocument<Name> | null>;
  put<Name extends CollectionName>(collection: Name, document: StoredDocument<Name>): Promise<void>;
  add<Name extends CollectionName>(collection: Name, document: StoredDocument<Name>): Promise<void>;
  remove(collection: CollectionName, id: string): Promise<void>;
  /** adds to integer fields by dotted path, making the document when it is missing */
  increment(collection: CollectionName, id: string, amounts: Readonly<Record<string, number>>): Promise<void>;
}

/** of people; these follow when the keys of personal data are changed */
export type PersonalPurpose = 'idNumber' | 'phone';
export type HashPurpose =
  | PersonalPurpose
  | 'wakeArm'
  | 'certificateNumber'
  | 'certificateCode'
  | 'certificateLookup'
  | 'certificateContent'
  | 'consoleSecret'
  | 'consoleKey';

export interface Secrets {
  /** keyed hash, 32 hex characters: for duplicate detection, look-ups and seals that only we can make */
  hash(purpose: HashPurpose, text: string): string;
  /** by every key in use, newest first: for looking up what may not have followed yet (SE4) */
  hashes(purpose: PersonalPurpose, text: string): readonly string[];
  /** authenticated encryption at rest */
  seal(text: string): string;
  open(box: string): string;
  /** whether the newest key has sealed it */
  isCurrent(box: string): boolean;
  /** of the keys of personal data, newest first */
  readonly keyLabels: readonly string[];
  /** 10 base62 characters, the same for the same input: retries make the same ids */
  shortId(purpose: string, text: string): string;
  /** 32 bytes: the seed of a shift's rotating code */
  checkInSeed(shiftId: string): Uint8Array;
}

export type ContentVerdict = 'pass' | 'risky';

export interface SubscribeMessage {
  readonly openId: string;
  readonly templateId: string;
  /** path without a leading slash, with its query */
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

/** Calls of the platform that are not the database. */
export interface Platform {
  /** exchanges the code of the phone button, null when it is used up, too old or unknown */
  phoneNumberOf(code: string): Promise<string | null>;
  checkContent(openId: string, text: string): Promise<ContentVerdict>;
  /** a JPEG of at most 750 × 1,334 pixels and 1 MB */
  checkPicture(jpeg: Uint8Array): Promise<ContentVerdict>;
  /** one attempt; never rejects, since what was not answered is not known */
  sendMessage(message: SubscribeMessage): Promise<SendAnswer>;
  /** PNG of the mini-program code */
  miniProgramCode(scene: string, page: string): Promise<Uint8Array>;
  /** the text of a link that opens `page?query` for so many days; rejects when WeChat gives none */
  makeLink(form: PlatformLinkForm, page: string, query: string, days: number): Promise<string>;
  storeFile(path: string, content: Uint8Array): Promise<string>;
  /** addresses a client can load, in the order asked */
  fileUrls(fileIds: readonly string[]): Promise<string[]>;
  /** rejects when it is not there */
  readFile(fileId: string): Promise<Uint8Array>;
  /** a file that is gone already is no error */
  removeFile(fileId: string): Promise<void>;
}

export interface LogEntry {
  readonly [field: string]: string | number | boolean | null;
}

export interface Ports {
  readonly database: Database;
  readonly platform: Platform;
  readonly secrets: Secrets;
  /** of this instance */
  readonly recentCalls: RecentCalls;
  /** the city's, as its deployment says */
  readonly messageTemplates: MessageTemplates;
  /** the server's clock, epoch ms: clients' clocks are never believed */
  readonly now: () => number;
  /** unguessable, for versions and random ids */
  readonly randomId: () => string;
  readonly log: (entry: LogEntry) => void;
}
