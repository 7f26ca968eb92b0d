/**
 * Who may reach what, past our functions: asked of the cloud's interface by name, because the manager has no
 * method for the one and calls its own for the other deprecated.
 */
import * as z from 'zod';
import '@contract/zod-config';
import type { FunctionRule } from './model';

/** Calls an interface of the service `tcb`; answers what the cloud answered. */
export type CallCloud = (options: { Action: string; Param: Record<string, unknown> }) => Promise<unknown>;

const CLOSED = 'ADMINONLY';
const accessSchema = z.object({ AclTag: z.string() });
const permissionsSchema = z.object({
  Data: z.object({ PermissionList: z.array(z.object({ SecurityRule: z.string().optional() })) }),
});
const ruleSchema = z.record(z.string(), z.object({ invoke: z.union([z.boolean(), z.string()]) }));

export class CloudRules {
  constructor(
    private readonly call: CallCloud,
    private readonly environmentId: string,
  ) {}

  async isClosed(collection: string): Promise<boolean> {
    const Param = { EnvId: this.environmentId, CollectionName: collection };
    return accessSchema.parse(await this.call({ Action: 'DescribeDatabaseACL', Param })).AclTag === CLOSED;
  }

  async close(collection: string): Promise<void> {
    const Param = { EnvId: this.environmentId, CollectionName: collection, AclTag: CLOSED };
    await this.call({ Action: 'ModifyDatabaseACL', Param });
  }

  /** Null while nobody has set one. */
  async functionRule(): Promise<FunctionRule | null> {
    const Param = { EnvId: this.environmentId, ResourceType: 'function' };
    const answer = await this.call({ Action: 'DescribeResourcePermission', Param });
    const text = permissionsSchema.parse(answer).Data.PermissionList[0]?.SecurityRule ?? '';
    return text === '' ? null : ruleSchema.parse(JSON.parse(text));
  }

  async setFunctionRule(rule: FunctionRule): Promise<void> {
    const SecurityRule = JSON.stringify(rule);
    const Param = { EnvId: this.environmentId, ResourceType: 'function', Permission: 'CUSTOM', SecurityRule };
    await this.call({ Action: 'ModifyResourcePermission', Param });
  }
}
