/**
 * WXML, WXS and WXSS before WeChat's own compilers: the released ones (wcc, wcsc) and the current one
 * (glass-easel).
 */
import { loadPackage } from '../packages';
import { compileTemplates } from '../device/templates';
import type { WeappBuild } from '../weapp-build';
import { findingsOf, type Finding, type Judge } from './finding';

const MEGABYTE = 1024 * 1024;

function compileStyles(build: WeappBuild): Finding[] {
  const files = build.files('.wxss').map((file) => file.slice(0, -'.wxss'.length));
  const compile = parseStyleCompiler(loadPackage('miniprogram-compiler/src/wcsc'));
  const outcome = compile(build.directory, files, { maxBuffer: 64 * MEGABYTE });
  return outcome instanceof Error ? [outcome.message] : [];
}

/** Known to WeChat without being declared. */
const BUILT_IN_TAGS = (
  'ad ad-custom audio block button camera canvas channel-live channel-video checkbox checkbox-group ' +
  'cover-image cover-view custom-wrapper editor form functional-page-navigator grid-view icon image ' +
  'import include input keyboard-accessory label list-view live-player live-pusher map match-media ' +
  'movable-area movable-view navigation-bar navigator official-account open-data page-container ' +
  'page-meta picker picker-view picker-view-column progress radio radio-group rich-text root-portal ' +
  'scroll-view share-element slider slot sticky-header sticky-section swiper swiper-item switch ' +
  'template text textarea video view voip-room web-view wxs'
).split(' ');

/** A tag that is neither WeChat's nor declared is drawn as nothing. */
function unknownTags(build: WeappBuild): Finding[] {
  const declared = new Set([
    ...BUILT_IN_TAGS,
    ...build.files('.json').flatMap((file) => [...build.componentsOf(file.slice(0, -'.json'.length)).keys()]),
  ]);
  return build.files('.wxml').flatMap((file) => {
    const tags = [...build.read(file).matchAll(/<([a-z][\w-]*)/g)].map(([, tag = '']) => tag);
    return [...new Set(tags)]
      .filter((tag) => !declared.has(tag))
      .map((tag) => `${file}: unknown component <${tag}>`);
  });
}

function currentCompiler(build: WeappBuild): Finding[] {
  const { TmplGroup } = parseTemplateCompiler(loadPackage('glass-easel-template-compiler'));
  const group = new TmplGroup();
  for (const file of build.files('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), build.read(file));
  const findings = build
    .files('.wxml')
    .flatMap((file) =>
      group
        .addTmpl(file.slice(0, -'.wxml'.length), build.read(file))
        .map(({ startLine, startCol, message }) => `${file}:${startLine + 1}:${startCol + 1} ${message}`),
    );
  return [...findings, ...findingsOf(() => group.getTmplGenObjectGroups())];
}

export const templateJudges: readonly Judge[] = [
  { name: 'wcc compiles every template', judge: (build) => findingsOf(() => compileTemplates(build)) },
  { name: 'wcsc compiles every style', judge: compileStyles },
  { name: 'glass-easel finds nothing in any template', judge: currentCompiler },
  { name: 'every tag is known', judge: unknownTags },
];

type StyleCompiler = (directory: string, files: string[], options: { maxBuffer: number }) => unknown;

function parseStyleCompiler(value: unknown): StyleCompiler {
  return value as StyleCompiler;
}

interface TemplateCompiler {
  readonly TmplGroup: new () => {
    addScript: (file: string, text: string) => void;
    addTmpl: (
      file: string,
      text: string,
    ) => readonly {
      readonly startLine: number;
      readonly startCol: number;
      readonly message: string;
    }[];
    getTmplGenObjectGroups: () => string;
  };
}

function parseTemplateCompiler(value: unknown): TemplateCompiler {
  return value as TemplateCompiler;
}
