/** A compiled mini-program on the disk, as app.json describes it. */
import fs from 'node:fs';
import path from 'node:path';

export interface TabItem {
  readonly pagePath: string;
  readonly iconPath?: string;
  readonly selectedIconPath?: string;
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly tabBar?: { readonly list: readonly TabItem[] };
  readonly lazyCodeLoading?: string;
  readonly __usePrivacyCheck__?: boolean;
  readonly requiredPrivateInfos?: readonly string[];
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>;
  readonly usingComponents?: Readonly<Record<string, string>>;
}

export class WeappBuild {
  readonly app: AppConfig;
  /** every page, without its extension, e.g. `pages/home/index` */
  readonly pages: readonly string[];
  readonly tabPages: readonly string[];

  /** Throws when app.json is missing or not JSON. */
  constructor(readonly directory: string) {
    this.app = parseAppConfig(this.readJson('app.json'));
    const further = (this.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => path.posix.join(root, page)),
    );
    this.pages = [...this.app.pages, ...further];
    this.tabPages = (this.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
  }

  has(file: string): boolean {
    return fs.existsSync(path.join(this.directory, file));
  }

  read(file: string): string {
    return fs.readFileSync(path.join(this.directory, file), 'utf8');
  }

  readJson(file: string): unknown {
    return JSON.parse(this.read(file));
  }

  /** Files with one of these extensions (`.js`), relative to the build, in order. */
  files(...extensions: string[]): string[] {
    return fs
      .readdirSync(this.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.includes(path.extname(entry.name)))
      .map((entry) => path.relative(this.directory, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .sort();
  }

  /** What `usingComponents` of a page or component names, as paths within the build: tag → path. */
  componentsOf(page: string): Map<string, string> {
    const own = parseUsingComponents(this.has(`${page}.json`) ? this.readJson(`${page}.json`) : {});
    const shared = Object.entries(this.app.usingComponents ?? {}).map(
      ([tag, file]) => [tag, `/${file}`] as const,
    );
    return new Map(
      [...shared, ...Object.entries(own)].map(([tag, file]) => [
        tag,
        file.startsWith('/')
          ? path.posix.normalize(file).slice(1)
          : path.posix.join(path.posix.dirname(page), file),
      ]),
    );
  }
}

function parseAppConfig(value: unknown): AppConfig {
  const config = value as AppConfig;
  if (!Array.isArray(config.pages)) throw new Error('app.json has no pages');
  return config;
}

function parseUsingComponents(value: unknown): Readonly<Record<string, string>> {
  return (value as { usingComponents?: Record<string, string> }).usingComponents ?? {};
}
