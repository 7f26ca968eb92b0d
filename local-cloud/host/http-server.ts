import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HttpError } from './http-error';
import { errorAnswer, type HttpAnswer, type HttpOutcome, type HttpRequest } from './http-types';
import { messageOf } from './json';
import { isLoopbackHost } from './loopback';

export type HttpHandler = (request: HttpRequest) => Promise<HttpOutcome>;

const LOOPBACK = '127.0.0.1';
/** A refused body is still read to its end, within reason, so that the client gets to see the answer. */
const MAX_DRAINED_BYTES = 128 * 1024 * 1024;
const KEEP_ALIVE_MS = 60_000;

/**
 * HTTP on the loopback interface. Refuses foreign `Host` names; turns errors into the gateway's JSON
 * shape.
 */
export class HttpServer {
  private readonly server: Server;

  constructor(private readonly handler: HttpHandler) {
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.server.requestTimeout = 0;
  }

  /** Resolves with the port. Rejects with a plain sentence when the port is taken. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        const isTaken = error.code === 'EADDRINUSE';
        const sentence = `port ${port} is already in use: stop the other program or choose another PORT`;
        reject(isTaken ? new Error(sentence) : error);
      });
      this.server.listen(port, LOOPBACK, () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const outcome = await this.answer(incoming, requestId);
    if (response.destroyed) return;
    if (outcome === 'drop') response.destroy();
    else write(response, incoming.method ?? 'GET', outcome, requestId);
  }

  private async answer(incoming: IncomingMessage, requestId: string): Promise<HttpOutcome> {
    try {
      if (!isLoopbackHost(incoming.headers.host)) {
        throw new HttpError(421, 'FOREIGN_HOST', 'this server answers to localhost and 127.0.0.1 only');
      }
      return await this.handler(toRequest(incoming, requestId));
    } catch (error) {
      if (error instanceof HttpError) return errorAnswer(error.status, error.code, error.message, requestId);
      return errorAnswer(500, 'SYS_ERR', messageOf(error), requestId);
    }
  }
}

function toRequest(incoming: IncomingMessage, requestId: string): HttpRequest {
  const url = incoming.url ?? '/';
  const questionMark = url.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: questionMark < 0 ? url : url.slice(0, questionMark),
    query: new URLSearchParams(questionMark < 0 ? '' : url.slice(questionMark + 1)),
    headers: incoming.headers,
    requestId,
    clientIp: LOOPBACK,
    body: (maxBytes) => readBody(incoming, maxBytes),
  };
}

/** Bodies are read without an encoding, hence as bytes. */
function parseChunk(chunk: unknown): Buffer {
  return chunk as Buffer;
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    const bytes = parseChunk(chunk);
    length += bytes.length;
    if (length <= maxBytes) chunks.push(bytes);
    else chunks.length = 0;
    if (length > Math.max(maxBytes, MAX_DRAINED_BYTES)) break;
  }
  if (length > maxBytes)
    throw new HttpError(413, 'BODY_TOO_LARGE', `the body may have at most ${maxBytes} bytes`);
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, method: string, answer: HttpAnswer, requestId: string): void {
  const body = answer.body === undefined ? Buffer.alloc(0) : Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'content-length': body.length,
    ...answer.headers,
  });
  response.end(method === 'HEAD' ? undefined : body);
}
