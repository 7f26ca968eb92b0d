/** WeChat's uploader, asked in a process of its own (uploader-process.ts). */
import { fork } from 'node:child_process';
import path from 'node:path';

import type { WeappBuild } from '../weapp-build';
import type { Finding, Judge } from './finding';

const script = path.join(__dirname, 'uploader-process.ts');

function ask(task: 'schemas' | 'compile' | 'quality', build: WeappBuild): Promise<Finding[]> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [task, build.directory], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const output: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(String(chunk)));
    child.stderr?.on('data', (chunk: Buffer) => output.push(String(chunk)));
    child.on('message', (findings) => {
      resolve(parseFindings(findings));
    });
    child.on('error', reject);
    child.on('close', () => {
      reject(new Error(`the uploader died\n${output.join('')}`));
    });
  });
}

function parseFindings(message: unknown): Finding[] {
  return Array.isArray(message) ? message.map(String) : [String(message)];
}

export const uploaderJudges: readonly Judge[] = [
  { name: 'JSON schemas of app, pages and project', judge: (build) => ask('schemas', build) },
  { name: "the uploader's compile", judge: (build) => ask('compile', build) },
  { name: "the uploader's code quality rules", judge: (build) => ask('quality', build) },
];
