export interface RuntimeConfig {
  /** Address of the gateway without a trailing slash; empty means the site's own. */
  gateway: string;
  /** True on a local cloud, where anyone may choose who they are. Never true in production. */
  isLocal: boolean;
}
