export interface RuntimeConfig {
  /** Address of the gateway without a trailing slash; empty means the site's own. */
  gateway: string;
  /** True on a local cloud, where anyone may choose who they are. Never true in production. */
  isLocal: boolean;
  /** What lets a visitor in at the gateway of a real environment; public. Empty where nobody asks for it. */
  visitorToken: string;
  /** ICP备案号 of the site; empty where there is none. */
  filingNumber: string;
  /** of the mini-program, for what editors paste; empty where it is not known */
  appId: string;
}
