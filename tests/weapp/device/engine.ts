/**
 * WeChat's component system (miniprogram-exparser, by j-component) in jsdom, with the built-in components as
 * miniprogram-simulate registers them. One engine a process: the packages keep global state.
 */
import { loadPackage } from '../packages';

/** What a template's node was given: attributes as WXML wrote them, listeners by event. */
interface NodeSource {
  readonly tagName: string;
  /** that of the tag itself for a built-in component */
  readonly componentId?: string;
  readonly attrs: readonly { readonly name: string; readonly value: unknown }[];
  readonly event: Readonly<Record<string, unknown>>;
}

export interface EngineNode {
  readonly dataset?: Readonly<Record<string, unknown>>;
  /** none: it is a text */
  readonly childNodes?: readonly EngineNode[];
  readonly shadowRoot?: EngineNode;
  readonly textContent?: string;
  readonly parentNode?: EngineNode | null;
  readonly _vt?: NodeSource;
}

/** `this` of a page: its data, its methods and what the router adds. */
export interface PageInstance {
  setData: (data: object, callback?: () => void) => void;
  [member: string]: unknown;
}

export interface RootView {
  readonly _exparserNode: EngineNode;
  readonly instance: PageInstance;
  attach: (parent: unknown) => void;
  detach: () => void;
}

export interface ComponentSource {
  readonly id: string;
  readonly path: string;
  readonly tagName: string;
  readonly template: unknown;
  readonly usingComponents: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

interface Exparser {
  readonly Event: {
    create: (name: string, detail: unknown, options: object) => unknown;
    dispatchEvent: (node: EngineNode, event: unknown) => void;
  };
  globalOptions: { throwGlobalError: boolean };
  addGlobalErrorListener: (listener: (error: unknown) => void) => void;
}

export interface Engine {
  register: (source: ComponentSource) => string;
  create: (id: string) => RootView;
  /** Sends an event as a touch or a built-in component would; it bubbles as WeChat's do. */
  dispatch: (node: EngineNode, name: string, detail: object) => void;
  onError: (listener: (error: unknown) => void) => void;
  readonly body: unknown;
}

interface DomWindow {
  readonly document: { readonly body: unknown };
  __webview_engine_version__?: number;
  [name: string]: unknown;
}

let engine: Engine | undefined;

/** Starts the engine, once. */
export function startEngine(): Engine {
  engine ??= makeEngine();
  return engine;
}

function makeEngine(): Engine {
  const { JSDOM } = parseJsdom(loadPackage('jsdom'));
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
  // The packages look for these as globals; the app's code runs in a realm of its own and sees none of them.
  for (const name of ['document', 'CustomEvent', 'Event', 'TouchEvent', 'HTMLElement', 'Node', 'Text']) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true, writable: true });
  window.__webview_engine_version__ = 0.02;
  loadPackage('miniprogram-simulate');
  const { register, create } = parseJComponent(loadPackage('j-component'));
  const exparser = parseExparser(loadPackage('miniprogram-exparser'));
  return {
    register,
    create,
    dispatch: (node, name, detail) => {
      const options = { bubbles: true, capturePhase: true, composed: true };
      exparser.Event.dispatchEvent(node, exparser.Event.create(name, detail, options));
    },
    onError: (listener) => {
      exparser.globalOptions.throwGlobalError = false;
      exparser.addGlobalErrorListener(listener);
    },
    body: window.document.body,
  };
}

function parseJsdom(value: unknown): { JSDOM: new (html: string, options: object) => { window: DomWindow } } {
  return value as { JSDOM: new (html: string, options: object) => { window: DomWindow } };
}

function parseJComponent(value: unknown): Pick<Engine, 'register' | 'create'> {
  return value as Pick<Engine, 'register' | 'create'>;
}

function parseExparser(value: unknown): Exparser {
  return value as Exparser;
}
