/** One page as a person sees and uses it: by its words, never by its classes. */
import type { Engine, EngineNode, RootView } from './engine';
import { waitFor } from './wait-for';

type Words = string | RegExp;

interface Seen {
  readonly node: EngineNode;
  readonly tag: string;
  readonly text: string;
}

export class PageView {
  constructor(
    private readonly root: RootView,
    private readonly engine: Engine,
  ) {}

  /** Everything written on the page, values of fields included. */
  get text(): string {
    return textOf(this.root._exparserNode);
  }

  has(words: Words): boolean {
    return typeof words === 'string' ? this.text.includes(words) : words.test(this.text);
  }

  /** Polls until the words are gone. */
  loses(words: Words): Promise<void> {
    return waitFor(
      () => !this.has(words),
      () => `the end of ${String(words)} in ${this.text}`,
    );
  }

  /** Addresses of all pictures. */
  get pictures(): string[] {
    return this.nodes()
      .filter(({ tag }) => tag === 'image')
      .flatMap(({ node }) => {
        const source = attribute(node, 'src');
        return typeof source === 'string' ? [source] : [];
      });
  }

  /** Taps what bears these words, once it is there and not disabled. */
  async tap(words: Words): Promise<void> {
    const target = await this.found(() => this.tappable(words), `something to tap: ${String(words)}`);
    this.engine.dispatch(target, 'tap', { x: 0, y: 0 });
  }

  /** Types into the field that stands under these words. */
  async type(words: string, value: string): Promise<void> {
    const field = await this.under(words, ['input', 'textarea']);
    this.engine.dispatch(field, 'focus', { value: '' });
    this.engine.dispatch(field, 'input', { value, cursor: value.length });
    this.engine.dispatch(field, 'blur', { value });
  }

  /** Picks an option of the picker that stands under these words, once it offers it. */
  async choose(words: string, option: string): Promise<void> {
    const options = (picker: EngineNode): unknown[] => parseList(attribute(picker, 'range'));
    const picker = await this.under(words, ['picker'], (node) => options(node).includes(option));
    this.engine.dispatch(picker, 'change', { value: String(options(picker).indexOf(option)) });
  }

  /** What WeChat answers to a button with an `open-type`: the consent dialog's outcome. */
  async answerOpenType(openType: string, event: string, detail: object): Promise<void> {
    const find = (): EngineNode | undefined =>
      this.nodes().find(({ tag, node }) => tag === 'button' && attribute(node, 'open-type') === openType)
        ?.node;
    this.engine.dispatch(await this.found(find, `a button for ${openType}`), event, detail);
  }

  close(): void {
    this.root.detach();
  }

  private nodes(): Seen[] {
    return descendants(this.root._exparserNode);
  }

  /** The innermost thing with exactly these words, or else the smallest that contains them. */
  private tappable(words: Words): EngineNode | undefined {
    const matching = this.nodes().filter((seen) => matches(seen, words));
    const exact = matching.filter(({ text }) => text === words);
    const candidates = exact.length > 0 ? exact : matching;
    const least = Math.min(...candidates.map(({ text }) => text.length));
    const target = candidates.filter(({ text }) => text.length === least).at(-1)?.node;
    return target === undefined || isDisabled(target) ? undefined : target;
  }

  private under(
    words: string,
    tags: readonly string[],
    accepts: (node: EngineNode) => boolean = () => true,
  ): Promise<EngineNode> {
    const find = (): EngineNode | undefined => {
      const nodes = this.nodes();
      const from = nodes.findIndex(({ tag, text }) => tag === 'text' && text === words);
      const next = from < 0 ? undefined : nodes.slice(from).find(({ tag }) => tags.includes(tag))?.node;
      return next !== undefined && accepts(next) && attribute(next, 'disabled') !== true ? next : undefined;
    };
    return this.found(find, `${tags.join(' or ')} under ${words}`);
  }

  private async found(find: () => EngineNode | undefined, what: string): Promise<EngineNode> {
    await waitFor(
      () => find() !== undefined,
      () => `${what} in ${this.text}`,
    );
    const node = find();
    if (node === undefined) throw new Error(`${what} came and went`);
    return node;
  }
}

function attribute(node: EngineNode, name: string): unknown {
  return node._vt?.attrs.find((attr) => attr.name === name || attr.name === camelCase(name))?.value;
}

function matches({ text }: Seen, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

/** A disabled button swallows taps on what is in it. */
function isDisabled(node: EngineNode): boolean {
  for (let up: EngineNode | null | undefined = node; up; up = up.parentNode) {
    if (up._vt?.tagName === 'button' && attribute(up, 'disabled') === true) return true;
  }
  return false;
}

/**
 * What is drawn inside: a component of the app has a tree of its own, a built-in one shows what it
 * encloses.
 */
function childrenOf(node: EngineNode): readonly EngineNode[] {
  if (isBuiltIn(node) || node.shadowRoot === undefined) return node.childNodes ?? [];
  return [node.shadowRoot];
}

function isBuiltIn({ _vt: source }: EngineNode): boolean {
  return source !== undefined && source.tagName !== '' && source.tagName === source.componentId;
}

function descendants(node: EngineNode): Seen[] {
  return childrenOf(node).flatMap((child) => {
    const own =
      child._vt !== undefined && isBuiltIn(child)
        ? [{ node: child, tag: child._vt.tagName, text: textOf(child) }]
        : [];
    return [...own, ...descendants(child)];
  });
}

function textOf(node: EngineNode): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: EngineNode): string {
  if (node.childNodes === undefined) return node.textContent ?? '';
  const own = attribute(node, 'value');
  const written = isBuiltIn(node) && typeof own === 'string' ? `${own} ` : '';
  const inner = childrenOf(node).map(rawText).join('');
  return `${written}${inner}${node._vt?.tagName === 'text' ? '' : ' '}`;
}

function parseList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** wcc writes `open-type` as `openType`. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}
