import type { LocalDatabase } from '../database/database';
import type { FaultInjector } from '../faults/fault-injector';
import type { FunctionHost } from '../functions/function-host';
import type { OpenApi } from '../open-api/open-api';
import type { ObjectStorage } from '../storage/object-storage';
import type { Timers } from '../timers/timers';
import type { VirtualClock } from './clock';
import type { JsonObject } from './json';
import type { SwitchableIdentity } from './options';

/** The cloud as the control interface sees it. */
export interface ControlledCloud {
  readonly url: string;
  readonly startedAt: number;
  readonly environmentId: string;
  readonly clock: VirtualClock;
  readonly faults: FaultInjector;
  readonly database: LocalDatabase;
  readonly storage: ObjectStorage;
  readonly functions: FunctionHost;
  readonly openApi: OpenApi;
  readonly timers: Timers;
  identities(): Promise<SwitchableIdentity[]>;
  seed(options: JsonObject): Promise<JsonObject>;
  reset(): Promise<void>;
}
