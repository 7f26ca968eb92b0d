import { HttpError } from './http-error';

export interface FormPart {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: Buffer;
}

const HEADER_END = Buffer.from('\r\n\r\n');

function boundaryOf(contentType: string): string {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw new HttpError(400, 'INVALID_PARAM', 'multipart without a boundary');
  return boundary;
}

function partOf(section: Buffer): FormPart | undefined {
  const headerEnd = section.indexOf(HEADER_END);
  if (headerEnd < 0) return undefined;
  const headers = section.subarray(0, headerEnd).toString('utf8');
  const name = /content-disposition:[^\r\n]*[;\s]name="([^"]*)"/i.exec(headers)?.[1];
  if (name === undefined) return undefined;
  const isFile = /content-disposition:[^\r\n]*filename=/i.test(headers);
  // The line break before the next delimiter is not content.
  return { name, isFile, content: section.subarray(headerEnd + HEADER_END.length, section.length - 2) };
}

/** Splits a multipart/form-data body. Throws 400 when it is not one. */
export function parseMultipart(contentType: string, body: Buffer): FormPart[] {
  const delimiter = Buffer.from(`--${boundaryOf(contentType)}`);
  const parts: FormPart[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = body.indexOf(delimiter, from);
    if (next < 0) break;
    const part = partOf(body.subarray(from + 2, next));
    if (part !== undefined) parts.push(part);
    start = next;
  }
  if (parts.length === 0) throw new HttpError(400, 'INVALID_PARAM', 'multipart without parts');
  return parts;
}

/** The content of the named part as text; undefined when absent. */
export function textPart(parts: FormPart[], name: string): string | undefined {
  return parts.find((part) => part.name === name)?.content.toString('utf8');
}
