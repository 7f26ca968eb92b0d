/**
 * A phone with the compiled mini-program on it: starts it, keeps its page stack, shows what the person would
 * see.
 */
import path from 'node:path';

import type { WeappBuild } from '../weapp-build';
import { callMember, localProperties, overTheBridge, parseLoose } from './bridge';
import { startEngine, type Engine, type PageInstance } from './engine';
import { PageView } from './page-view';
import { errorText, Realm } from './realm';
import { compileTemplates, type Templates } from './templates';
import { waitFor } from './wait-for';
import { makeWx, type Router, type Surroundings } from './wx-api';

type Definition = Record<string, unknown>;
type Query = Record<string, string>;
type OpenKind = Parameters<Router['open']>[0];
/** What a page gives when it is passed on. */
export interface Shared {
  readonly title?: string;
  readonly path?: string;
  readonly query?: string;
  readonly imageUrl?: string;
}

const MAXIMUM_PAGES = 10;
let sequence = 0;

interface OpenPage {
  readonly path: string;
  readonly view: PageView;
  readonly instance: PageInstance;
}

export class Device {
  readonly surroundings: Surroundings;
  private readonly engine: Engine;
  private readonly templates: Templates;
  private readonly realm: Realm;
  private readonly definitions = new Map<string, Definition>();
  private readonly components = new Map<string, string>();
  private stack: OpenPage[] = [];
  private loading = 'app';
  private readonly thrown: string[] = [];
  private readonly complaintsBefore: number;
  private app: Definition = {};

  constructor(
    private readonly build: WeappBuild,
    who: { readonly cloudUrl: string; readonly openid: string },
    storage: Map<string, unknown> = new Map(),
  ) {
    this.engine = startEngine();
    this.templates = compileTemplates(build);
    this.complaintsBefore = this.templates.complaints.length;
    this.surroundings = {
      ...who,
      storage,
      scannedText: null,
      scannedPath: '',
      location: null,
      toasts: [],
      title: '',
      announceUpdate: null,
      hasRestarted: false,
      entry: { path: '', query: {}, scene: 1001 },
      isOffline: false,
      isPackageLost: false,
      calls: [],
      canShare: true,
    };
    const report = (error: unknown): void => {
      this.thrown.push(errorText(error));
    };
    this.engine.onError(report);
    const router: Router = {
      open: (kind, url) => {
        this.route(kind, url);
      },
      back: (delta) => {
        this.back(delta);
      },
    };
    const wx = makeWx({
      surroundings: this.surroundings,
      router,
      adopt: (value) => this.realm.adopt(value),
    });
    this.realm = new Realm(build.directory, this.globals(wx), report);
  }

  /** Opens the app at a page, as a scan, a link or the desktop does; `scene`: WeChat's number of the way. */
  launch(page: string, query: Query = {}, scene = 1001): void {
    this.surroundings.entry = { path: page, query, scene };
    this.realm.require('app.js');
    const options = this.realm.adopt({ path: page, query, scene, referrerInfo: {} });
    callMember(this.app, 'onLaunch', options);
    callMember(this.app, 'onShow', options);
    this.push(page, query);
  }

  /** Out of sight and in again by a link or a code: WeChat opens its page alone, the same one anew. */
  reenter(page: string, query: Query, scene = 1011): void {
    const top = this.stack.at(-1);
    if (top !== undefined) callMember(top.instance, 'onHide');
    callMember(this.app, 'onHide');
    callMember(this.app, 'onShow', this.realm.adopt({ path: page, query, scene, referrerInfo: {} }));
    while (this.stack.length > 0) this.pop();
    this.push(page, query);
  }

  /** What the menu at the top right would send; undefined: WeChat does not offer it here. */
  share(way: 'onShareAppMessage' | 'onShareTimeline' | 'onAddToFavorites'): Shared | undefined {
    const top = this.stack.at(-1);
    if (top === undefined || typeof top.instance[way] !== 'function') return undefined;
    return overTheBridge(parseLoose(callMember(top.instance, way, this.realm.adopt({ from: 'menu' }))));
  }

  /** Pages on the stack, the lowest first. */
  get openPages(): readonly string[] {
    return this.stack.map(({ path: page }) => page);
  }

  /** The back key. */
  goBack(): void {
    this.back(1);
  }

  /**
   * Everything that went wrong: what the app's code threw or wrote as an error, what its templates lacked.
   */
  get problems(): string[] {
    return [...this.thrown, ...this.templates.complaints.slice(this.complaintsBefore)];
  }

  /** The page in front. Throws when none is open. */
  get page(): PageView {
    const top = this.stack.at(-1);
    if (top === undefined) throw new Error('no page is open');
    return top.view;
  }

  get path(): string {
    return this.stack.at(-1)?.path ?? '';
  }

  /** Opens a page above the present one, as the app's code does. */
  navigate(url: string): void {
    this.route('navigateTo', url);
  }

  /** Taps a tab at the foot of the screen. */
  openTab(page: string): void {
    this.route('switchTab', `/${page}`);
  }

  /** Polls until this page is in front and shows every text. */
  async shows(page: string, ...texts: readonly (string | RegExp)[]): Promise<void> {
    const missing = (): readonly (string | RegExp)[] =>
      this.path === page ? texts.filter((text) => !this.page.has(text)) : [page, ...texts];
    await waitFor(
      () => missing().length === 0,
      () =>
        `${missing().map(String).join(', ')} on ${page}; ` +
        `there is ${this.path}: ${this.shown()}${this.troubles()}`,
    );
  }

  /** Closes everything. */
  switchOff(): void {
    for (const { view } of this.stack) view.close();
    this.stack = [];
    this.realm.stop();
  }

  private shown(): string {
    return this.stack.length === 0 ? 'nothing' : this.page.text;
  }

  private troubles(): string {
    return this.problems.length === 0 ? '' : `\n${this.problems.slice(0, 3).join('\n')}`;
  }

  private globals(wx: object): Record<string, unknown> {
    return {
      wx,
      App: (definition: Definition) => {
        this.app = definition;
      },
      Page: (definition: Definition) => {
        this.definitions.set(this.loading, definition);
      },
      Component: (definition: Definition) => {
        this.definitions.set(this.loading, definition);
      },
      Behavior: () => ({}),
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map(({ instance }) => instance),
    };
  }

  private route(kind: OpenKind, url: string): void {
    const [address = '', text = ''] = url.split('?');
    const page = address.startsWith('/')
      ? address.slice(1)
      : path.posix.join(path.posix.dirname(this.path), address);
    if (!this.build.pages.includes(page)) throw new Error(`page "${page}" is not found`);
    const isTab = this.build.tabPages.includes(page);
    if (kind === 'switchTab' && !isTab) throw new Error('can not switch to no-tabBar page');
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo'))
      throw new Error(`can not ${kind} a tabbar page`);
    if (kind === 'navigateTo' && this.stack.length >= MAXIMUM_PAGES) throw new Error('page limit exceeded');
    if (kind === 'redirectTo') this.pop();
    if (kind === 'switchTab' || kind === 'reLaunch') while (this.stack.length > 0) this.pop();
    // WeChat hands the values over as they stand in the address, still encoded.
    const query = text.split('&').flatMap((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return name === '' ? [] : [[name, value] as const];
    });
    this.push(page, Object.fromEntries(query));
  }

  private back(delta: number): void {
    for (let left = delta; left > 0 && this.stack.length > 1; left -= 1) this.pop();
    const top = this.stack.at(-1);
    if (top !== undefined) callMember(top.instance, 'onShow');
  }

  private pop(): void {
    const top = this.stack.pop();
    if (top === undefined) return;
    callMember(top.instance, 'onHide');
    callMember(top.instance, 'onUnload');
    top.view.close();
  }

  private push(page: string, query: Query): void {
    const below = this.stack.at(-1);
    if (below !== undefined) callMember(below.instance, 'onHide');
    const root = this.engine.create(this.registerPage(page));
    const { instance } = root;
    const options = this.realm.adopt(query);
    const keep = instance.setData.bind(instance);
    const setData: PageInstance['setData'] = (data, callback) => {
      keep(overTheBridge(data), callback);
    };
    Object.assign(instance, { route: page, __route__: page, options, setData });
    this.stack.push({ path: page, view: new PageView(root, this.engine), instance });
    root.attach(this.engine.body);
    callMember(instance, 'onLoad', options);
    callMember(instance, 'onShow');
    callMember(instance, 'onReady');
  }

  private definitionOf(file: string): Definition {
    const before = this.loading;
    this.loading = file;
    try {
      if (!this.definitions.has(file)) this.realm.require(`${file}.js`);
    } finally {
      this.loading = before;
    }
    const definition = this.definitions.get(file);
    if (definition === undefined) throw new Error(`${file}.js calls neither Page nor Component`);
    return definition;
  }

  private registerPage(page: string): string {
    const definition = this.definitionOf(page);
    const methods = Object.fromEntries(
      Object.entries(definition).filter(([, value]) => typeof value === 'function'),
    );
    return this.register(page, 'page', { data: overTheBridge(definition['data'] ?? {}), methods });
  }

  private registerComponent(file: string, tagName: string): string {
    const known = this.components.get(file);
    if (known !== undefined) return known;
    const definition = this.definitionOf(file);
    return this.register(file, tagName, {
      ...definition,
      properties: localProperties(definition['properties']),
    });
  }

  private register(file: string, tagName: string, definition: Definition): string {
    sequence += 1;
    const id = `unit${String(sequence)}`;
    // Before its parts: a component may contain itself.
    this.components.set(file, id);
    const usingComponents = Object.fromEntries(
      [...this.build.componentsOf(file)].map(([tag, part]) => [tag, this.registerComponent(part, tag)]),
    );
    const template = this.templates.find(`${file}.wxml`);
    if (template === undefined) throw new Error(`${file}.wxml is missing`);
    const unitPath = path.posix.join(this.build.directory, id, file);
    return this.engine.register({ ...definition, id, tagName, template, usingComponents, path: unitPath });
  }
}
