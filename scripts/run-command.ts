/** Child processes for the scripts: Node tools by file, so that they start alike on every system. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(__dirname, '..');

export const tools = {
  taro: 'node_modules/@tarojs/cli/bin/taro',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'node_modules/jest/bin/jest.js',
  tsx: 'node_modules/tsx/dist/cli.mjs',
} as const;

export interface CommandResult {
  code: number;
  output: string;
}

export interface CommandOptions {
  env?: Record<string, string>;
  /** Show the output while it runs instead of keeping it. */
  isLive?: boolean;
}

/** Runs a Node tool from the repository's root and reports its exit code; it never throws for a failure. */
export function runTool(
  tool: keyof typeof tools,
  args: readonly string[],
  { env = {}, isLive = false }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, tools[tool]), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      resolve({ code: 1, output: String(error) });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** Like `runTool`, but a failure is an error that carries the output. */
export async function mustRunTool(
  tool: keyof typeof tools,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<void> {
  const { code, output } = await runTool(tool, args, options);
  if (code !== 0) throw new Error(`${tool} ${args.join(' ')} failed (${code})\n${output}`);
}
