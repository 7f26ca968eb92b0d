import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numberOf, parseJsonObject, stringOf } from '../host/json';
import { mimeTypeOf } from '../host/mime-types';

export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly uploadedAt: number;
}

interface Entry {
  readonly file: StoredFile;
  /** Present when everything is kept in memory. */
  readonly content: Buffer | null;
}

/**
 * Files of the cloud storage. On disk a file is named by the digest of its path, with a note of the real path
 * beside it: no path can reach outside the folder, and names that differ only by case stay apart everywhere.
 */
export class ObjectStorage {
  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly directory: string | null) {}

  /** Opens the folder, made when absent; `null` keeps everything in memory. */
  static open(directory: string | null): ObjectStorage {
    const storage = new ObjectStorage(directory);
    if (directory !== null) {
      mkdirSync(directory, { recursive: true });
      storage.readNotes(directory);
    }
    return storage;
  }

  list(): StoredFile[] {
    return [...this.entries.values()].map((entry) => entry.file);
  }

  find(path: string): StoredFile | undefined {
    return this.entries.get(path)?.file;
  }

  /** Stores or replaces a file; when it returns, the file outlives a crash of this process. */
  async put(path: string, content: Buffer, uploadedAt: number): Promise<StoredFile> {
    const file = { path, bytes: content.length, contentType: mimeTypeOf(path), uploadedAt };
    if (this.directory !== null) {
      await this.replace(this.contentFile(path), content);
      await this.replace(this.noteFile(path), Buffer.from(JSON.stringify(file)));
    }
    this.entries.set(path, { file, content: this.directory === null ? content : null });
    return file;
  }

  async read(path: string): Promise<Buffer | undefined> {
    const entry = this.entries.get(path);
    if (entry === undefined) return undefined;
    return entry.content ?? readFile(this.contentFile(path));
  }

  /** False when there was no such file. */
  async remove(path: string): Promise<boolean> {
    if (!this.entries.delete(path)) return false;
    if (this.directory !== null) {
      await rm(this.noteFile(path), { force: true });
      await rm(this.contentFile(path), { force: true });
    }
    return true;
  }

  async clear(): Promise<void> {
    for (const path of [...this.entries.keys()]) await this.remove(path);
  }

  private readNotes(directory: string): void {
    for (const name of readdirSync(directory)) {
      if (!name.endsWith('.json')) continue;
      const note = parseJsonObject(readFileSync(join(directory, name), 'utf8'));
      const path = stringOf(note['path']);
      if (path === undefined) continue;
      const file = {
        path,
        bytes: numberOf(note['bytes']) ?? 0,
        contentType: stringOf(note['contentType']) ?? mimeTypeOf(path),
        uploadedAt: numberOf(note['uploadedAt']) ?? 0,
      };
      this.entries.set(path, { file, content: null });
    }
  }

  private async replace(file: string, content: Buffer): Promise<void> {
    const draft = `${file}.${randomUUID()}.draft`;
    await writeFile(draft, content, { flush: true });
    await rename(draft, file);
  }

  private contentFile(path: string): string {
    return join(this.directory ?? '', createHash('sha256').update(path).digest('hex'));
  }

  private noteFile(path: string): string {
    return `${this.contentFile(path)}.json`;
  }
}
