/**
 * One-line breakages of a good build, each of which some judge or walk must catch: who never fails proves
 * nothing.
 */
import fs from 'node:fs';
import path from 'node:path';

import type { Step } from '../../scripts/steps';
import type { TestProduct } from '../kit/product';

import { Device } from './device/device';
import { judges } from './judges/all';
import { WeappBuild } from './weapp-build';

interface Mutation {
  readonly name: string;
  /** the judge that must find it; none: it shows only when the app runs */
  readonly caughtBy?: string;
  readonly apply: (files: Files) => void;
}

class Files {
  constructor(private readonly directory: string) {}

  remove(file: string): void {
    fs.rmSync(path.join(this.directory, file));
  }

  append(file: string, text: string): void {
    fs.appendFileSync(path.join(this.directory, file), text);
  }

  /** Throws when there is nothing to replace: the mutation would be no breakage. */
  replace(file: string, from: string | RegExp, to: string): void {
    const full = path.join(this.directory, file);
    const before = fs.readFileSync(full, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${String(from)}`);
    fs.writeFileSync(full, after);
  }
}

const HOME = 'pages/home/index';

const mutations: readonly Mutation[] = [
  {
    name: 'a page without its template',
    caughtBy: 'every page has its files',
    apply: (files) => files.remove('pages/shift/index.wxml'),
  },
  {
    name: 'a page that app.json does not name',
    caughtBy: 'every address the code opens is a page',
    apply: (files) => files.replace('app.json', '"pages/register/index",', ''),
  },
  {
    name: 'an icon of the tab bar missing',
    caughtBy: 'tab bar: pages and icons',
    apply: (files) => files.remove('assets/tab/mine-active.png'),
  },
  {
    name: 'a component that is not there',
    caughtBy: 'every component a page names is there',
    apply: (files) => files.replace(`${HOME}.json`, '../../comp', '../../no-such'),
  },
  {
    name: 'an unclosed tag',
    caughtBy: 'wcc compiles every template',
    apply: (files) => files.append(`${HOME}.wxml`, '<view>'),
  },
  {
    name: 'a broken expression in a template',
    caughtBy: 'glass-easel finds nothing in any template',
    apply: (files) => files.append(`${HOME}.wxml`, '<view wx:if="{{a b}}" />'),
  },
  {
    name: 'a component nobody declared',
    caughtBy: 'every tag is known',
    apply: (files) => files.append(`${HOME}.wxml`, '<xf-unknown />'),
  },
  {
    name: 'a style without its end',
    caughtBy: 'wcsc compiles every style',
    apply: (files) => files.append('app.wxss', '\n.broken { color: red'),
  },
  {
    name: 'a picture of the package in a style',
    caughtBy: 'no style shows a picture of the package',
    apply: (files) => files.append('app.wxss', '\n.x { background: url(/assets/hero.png); }'),
  },
  {
    name: '?. in a script',
    caughtBy: 'every script is ES2019',
    apply: (files) => files.append('vendors.js', '\n;var broken=wx?.env;'),
  },
  {
    name: 'code from a string',
    caughtBy: 'no code is made from strings',
    apply: (files) => files.append('common.js', '\n;var broken=new Function("return 1");'),
  },
  {
    name: 'a member of wx that does not exist',
    caughtBy: 'every member of wx exists',
    apply: (files) => files.append('app.js', '\n;wx.openCamera();'),
  },
  {
    name: 'an unknown field in app.json',
    caughtBy: 'JSON schemas of app, pages and project',
    apply: (files) => files.replace('app.json', '{"pages"', '{"pagez":1,"pages"'),
  },
  {
    name: 'a way of loading that does not exist',
    caughtBy: "the uploader's compile",
    apply: (files) =>
      files.replace('app.json', '"lazyCodeLoading":"requiredComponents"', '"lazyCodeLoading":"all"'),
  },
  {
    name: 'the position read without a word',
    caughtBy: 'private calls are declared, explained and asked for',
    apply: (files) =>
      files.replace('app.json', '"requiredPrivateInfos":["getLocation"]', '"requiredPrivateInfos":[]'),
  },
  {
    name: 'the board passed on',
    caughtBy: 'only what anybody may read is passed on',
    apply: (files) =>
      files.append('packages/office/board/index.js', '\n;var broken={enableShareAppMessage:!0};'),
  },
  {
    name: 'a throw in a page',
    apply: (files) => files.replace(`${HOME}.js`, 'Page(', 'throw new Error("broken");Page('),
  },
  {
    name: 'a page that leans on window',
    apply: (files) => files.replace(`${HOME}.js`, 'Page(', 'window.scrollTo(0,0);Page('),
  },
  {
    name: 'a template that the data asks for in vain',
    apply: (files) => files.replace('base.wxml', 'name="tmpl_0_5"', 'name="tmpl_0_5x"'),
  },
];

/** Resolves to what opening the first page brings to light. */
async function runsHome(build: WeappBuild, product: TestProduct): Promise<string[]> {
  const device = new Device(build, { cloudUrl: product.cloud.url, openid: 'wx-passer-by' });
  try {
    device.launch(HOME);
    await device.shows(HOME, '文明斑马线');
    return device.problems;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error), ...device.problems];
  } finally {
    device.switchOff();
  }
}

async function findings({ caughtBy }: Mutation, directory: string, product: TestProduct): Promise<string[]> {
  const build = new WeappBuild(directory);
  if (caughtBy === undefined) return runsHome(build, product);
  const judge = judges.find(({ name }) => name === caughtBy);
  if (judge === undefined) throw new Error(`there is no judge "${caughtBy}"`);
  return judge.judge(build);
}

/** One step a mutation: it passes when the breakage is found. */
export function mutationSteps(directory: string, workshop: string, product: TestProduct): Step[] {
  return mutations.map((mutation, index) => ({
    name: `caught: ${mutation.name}`,
    run: async () => {
      const copy = path.join(workshop, `mutation-${String(index)}`);
      fs.cpSync(directory, copy, { recursive: true });
      mutation.apply(new Files(copy));
      const found = await findings(mutation, copy, product);
      if (found.length === 0) throw new Error('nobody noticed');
      return undefined;
    },
  }));
}
