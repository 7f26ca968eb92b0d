import { NotImplementedError } from '../host/http-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../host/json';
import { RingBuffer } from '../host/ring-buffer';
import { checkText } from './content-check';
import { checkPicture } from './picture-check';
import { MiniProgramCodes } from './mini-program-codes';
import type { OpenApiAnswer, OpenApiCall, OpenApiContext, OpenApiHandler } from './open-api-types';
import { PhoneNumbers } from './phone-number';
import { SubscribeMessages } from './subscribe-messages';
import { generateShortLink, generateUrlLink, generateUrlScheme } from './url-links';

export interface OpenApiRecord {
  readonly name: string;
  readonly openid: string;
  readonly calledAt: number;
  readonly parameters: JsonObject;
  readonly answer: JsonObject;
}

const KEPT_CALLS = 500;

/** WeChat's server interfaces, answered locally. Every call is recorded; unknown ones are refused by name. */
export class OpenApi {
  readonly calls = new RingBuffer<OpenApiRecord>(KEPT_CALLS);
  readonly phoneNumbers: PhoneNumbers;
  readonly codes: MiniProgramCodes;
  readonly messages: SubscribeMessages;
  private readonly handlers: Map<string, OpenApiHandler>;

  constructor(private readonly context: OpenApiContext) {
    this.phoneNumbers = new PhoneNumbers(context.clock);
    this.codes = new MiniProgramCodes(context);
    this.messages = new SubscribeMessages(context);
    this.handlers = new Map<string, OpenApiHandler>([
      ['phonenumber.getPhoneNumber', (call) => this.phoneNumbers.getPhoneNumber(call)],
      ['wxacode.getUnlimited', (call) => this.codes.getUnlimited(call)],
      ['wxacode.get', (call) => this.codes.get(call)],
      ['security.msgSecCheck', checkText],
      ['security.imgSecCheck', checkPicture],
      ['subscribeMessage.send', (call) => this.messages.send(call)],
      ['urllink.generate', (call) => generateUrlLink(call, context)],
      ['urlscheme.generate', (call) => generateUrlScheme(call, context)],
      ['shortlink.generate', (call) => generateShortLink(call, context)],
    ]);
  }

  /** Answers one call. Throws `NotImplemented: openapi.<name>` for an interface that is not here. */
  call(call: OpenApiCall): OpenApiAnswer {
    const handler = this.handlers.get(call.name);
    if (handler === undefined) {
      this.remember(call, { code: 'NotImplemented' });
      throw new NotImplementedError(`openapi.${call.name}`);
    }
    const answer = handler(call);
    this.remember(call, answer.kind === 'json' ? answer.body : { contentType: answer.contentType });
    return answer;
  }

  clear(): void {
    this.calls.clear();
    this.phoneNumbers.clear();
    this.codes.images.clear();
    this.messages.clear();
  }

  private remember(call: OpenApiCall, answer: JsonObject): void {
    const { name, openid } = call;
    const parameters = Object.fromEntries(
      Object.entries(call.parameters).map(([key, value]) => [key, isFile(value) ? '(a file)' : value]),
    );
    this.calls.push({ name, openid, calledAt: this.context.clock.now(), parameters, answer });
  }
}

/** What is remembered of a call holds no pictures. */
function isFile(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && typeof value['base64'] === 'string';
}
