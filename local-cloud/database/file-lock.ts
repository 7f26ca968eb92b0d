/**
 * Why this exists: document locks live in memory, so one process may hold a database file. SQLite's own
 * exclusive lock is not released by the driver before its statements are collected; a file with the
 * process id is.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const heldHere = new Set<string>();

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // a process of another user exists too
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process id in the lock file; undefined when there is none. */
function ownerOf(lockPath: string): number | undefined {
  try {
    const owner = Number(readFileSync(lockPath, 'utf8'));
    return Number.isInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock of a database file; answers the function that releases it. A lock left by a dead process
 * is taken over. Throws when a living process holds it.
 */
export function lockFile(databasePath: string): () => void {
  const lockPath = `${databasePath}.lock`;
  const owner = ownerOf(lockPath);
  // our own id in a file we did not write is left from an earlier life with the same id
  const isTaken = owner === process.pid ? heldHere.has(lockPath) : owner !== undefined && isAlive(owner);
  if (isTaken)
    throw new Error(`${databasePath} is in use by process ${owner ?? ''}; stop it or use another folder`);
  writeFileSync(lockPath, String(process.pid));
  heldHere.add(lockPath);
  return () => {
    heldHere.delete(lockPath);
    rmSync(lockPath, { force: true });
  };
}
