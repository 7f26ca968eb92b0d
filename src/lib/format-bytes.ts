/** The size of a file, rounded up as a phone's data plan would: `3 KB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.ceil(bytes / 1_000)))} KB`;
  return `${String(Math.ceil(bytes / 100_000) / 10)} MB`;
}
