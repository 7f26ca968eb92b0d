/**
 * Deployment's upload against the uploader's own types: every option it hands over is one the package
 * knows.
 */
import fs from 'node:fs';

import { miniProgramUploader } from '../../../scripts/deploy/wechat';
import { packageFile } from '../packages';
import type { Finding, Judge } from './finding';

const TYPES = {
  project: ['project', 'ciProject.d.ts'],
  upload: ['ci', 'upload.d.ts'],
  setting: ['types', 'ci.d.ts'],
} as const;

/** The names of the options, as a stand-in for the package receives them. */
async function handedOver(): Promise<Record<keyof typeof TYPES, string[]>> {
  const names: Record<keyof typeof TYPES, string[]> = { project: [], upload: [], setting: [] };
  class Project {
    constructor(readonly options: object) {
      names.project = Object.keys(options);
    }
  }
  const upload = (options: { readonly setting: object }): Promise<void> => {
    names.upload = Object.keys(options);
    names.setting = Object.keys(options.setting);
    return Promise.resolve();
  };
  const wishes = { appId: '', robot: 1, keyFile: '', description: '' };
  await miniProgramUploader(wishes, () => ({ Project, upload })).upload('', '');
  return names;
}

async function unknownOptions(): Promise<Finding[]> {
  const names = await handedOver();
  return Object.entries(TYPES).flatMap(([kind, parts]) => {
    const text = fs.readFileSync(packageFile('miniprogram-ci', 'dist', '@types', ...parts), 'utf8');
    const given = Object.entries(names).find(([name]) => name === kind)?.[1] ?? [];
    return given
      .filter((name) => !new RegExp(`\\b${name}\\??:`).test(text))
      .map((name) => `the uploader knows no ${kind} option ${name}`);
  });
}

export const uploadOptionsJudge: Judge = {
  name: 'deployment uploads with options the uploader knows',
  judge: unknownOptions,
};
