/**
 * Reads a PDF with a reader that knows nothing of how it was written (pdf.js). In a process of its own: the
 * reader is an ES module, which the test runner's realm cannot load.
 */
import { execFileSync } from 'node:child_process';
import { PROJECT_DIRECTORY } from './product';

const READER = `
import { extractText, getDocumentProxy } from 'unpdf';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { text } = await extractText(document, { mergePages: false });
process.stdout.write(JSON.stringify(text));
`;

/** The text of each page without white space. Throws when it is no PDF. */
export function readPdf(content: Buffer): string[] {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', READER], {
    cwd: PROJECT_DIRECTORY,
    input: content,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pages: unknown = JSON.parse(out);
  if (!Array.isArray(pages)) throw new Error('the reader gave no pages');
  return pages.map((page) => String(page).replace(/\s/g, ''));
}
