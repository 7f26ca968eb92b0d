import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, numberOf, parseJsonObject, stringOf, type JsonObject } from '../host/json';

export interface TimerTrigger {
  readonly name: string;
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  readonly cron: string;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly entryFile: string;
  readonly timeoutMs: number;
  readonly triggers: TimerTrigger[];
}

/** The platform's own default when config.json names none. */
const DEFAULT_TIMEOUT_SECONDS = 3;
const MAX_TIMEOUT_SECONDS = 900;
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

function readConfig(directory: string): JsonObject {
  const file = join(directory, 'config.json');
  return existsSync(file) ? parseJsonObject(readFileSync(file, 'utf8')) : {};
}

function triggersOf(config: JsonObject, functionName: string): TimerTrigger[] {
  const triggers = Array.isArray(config['triggers']) ? config['triggers'] : [];
  return triggers.map((trigger) => {
    const name = isJsonObject(trigger) ? stringOf(trigger['name']) : undefined;
    const cron = isJsonObject(trigger) ? stringOf(trigger['config']) : undefined;
    if (!isJsonObject(trigger) || trigger['type'] !== 'timer' || name === undefined || cron === undefined) {
      throw new Error(`function ${functionName}: every trigger needs type "timer", name and config`);
    }
    return { name, cron };
  });
}

/** Reads one deployable function folder. Throws when config.json is malformed. */
export function readFunction(directory: string, name: string): FunctionDefinition {
  const config = readConfig(directory);
  const seconds = numberOf(config['timeout']) ?? DEFAULT_TIMEOUT_SECONDS;
  if (seconds <= 0 || seconds > MAX_TIMEOUT_SECONDS) {
    throw new Error(`function ${name}: timeout must be between 1 and ${MAX_TIMEOUT_SECONDS} seconds`);
  }
  return {
    name,
    entryFile: join(directory, 'index.js'),
    timeoutMs: seconds * 1000,
    triggers: triggersOf(config, name),
  };
}

/** Every folder that holds an `index.js` is a function; a missing directory holds none. */
export function readFunctions(functionsDirectory: string): Map<string, FunctionDefinition> {
  const found = new Map<string, FunctionDefinition>();
  if (!existsSync(functionsDirectory)) return found;
  for (const entry of readdirSync(functionsDirectory, { withFileTypes: true })) {
    const directory = join(functionsDirectory, entry.name);
    if (!entry.isDirectory() || !FUNCTION_NAME.test(entry.name)) continue;
    if (existsSync(join(directory, 'index.js'))) found.set(entry.name, readFunction(directory, entry.name));
  }
  return found;
}
