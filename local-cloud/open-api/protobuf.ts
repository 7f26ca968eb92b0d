import { Reader, Writer } from 'protobufjs/minimal';
import { parseJson, type JsonObject } from '../host/json';

/** The few protobuf messages of `wx.openApi`, by their field numbers. */

export type CommonApiRequest =
  | { readonly kind: 'openapi'; readonly parameters: JsonObject }
  | { readonly kind: 'svrkit'; readonly apiName: string }
  | { readonly kind: 'other'; readonly apiType: number };

export interface CommonApiResponse {
  readonly contentType: string;
  readonly data: Uint8Array;
}

type Fields = Map<number, Array<Uint8Array | number>>;

function readFields(bytes: Uint8Array): Fields {
  const fields: Fields = new Map();
  const reader = Reader.create(bytes);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const wireType = tag & 7;
    const values = fields.get(tag >>> 3) ?? [];
    if (wireType === 2) values.push(reader.bytes());
    else if (wireType === 0) values.push(reader.int32());
    else {
      reader.skipType(wireType);
      continue;
    }
    fields.set(tag >>> 3, values);
  }
  return fields;
}

function bytesField(fields: Fields, number: number): Uint8Array | undefined {
  return fields.get(number)?.find((value) => typeof value !== 'number');
}

function textField(fields: Fields, number: number): string {
  return Buffer.from(bytesField(fields, number) ?? []).toString('utf8');
}

/**
 * One pair per top-level argument: its value is JSON text, or a file where a name of one stands beside it –
 * the SDK also has a content type, which it drops.
 */
function parametersOf(openApiData: Uint8Array): JsonObject {
  const parameters: JsonObject = {};
  for (const bytes of readFields(openApiData).get(1) ?? []) {
    if (typeof bytes === 'number') continue;
    const pair = readFields(bytes);
    const key = textField(pair, 1);
    const fileName = textField(pair, 4);
    parameters[key] =
      fileName === ''
        ? parseJson(textField(pair, 2))
        : { fileName, base64: Buffer.from(bytesField(pair, 2) ?? []).toString('base64') };
  }
  return parameters;
}

/** Reads CommApiData. Throws when the bytes are not protobuf. */
export function decodeCommonApiRequest(bytes: Uint8Array): CommonApiRequest {
  const fields = readFields(bytes);
  const apiType = fields.get(1)?.[0] ?? 0;
  if (apiType === 0) {
    return { kind: 'openapi', parameters: parametersOf(bytesField(fields, 2) ?? new Uint8Array()) };
  }
  if (apiType === 2) {
    const apiName = textField(readFields(bytesField(fields, 4) ?? new Uint8Array()), 1);
    return { kind: 'svrkit', apiName };
  }
  return { kind: 'other', apiType: Number(apiType) };
}

/** Writes CommOpenApiResp. */
export function encodeCommonApiResponse(response: CommonApiResponse): Buffer {
  const bytes = Writer.create()
    .uint32((1 << 3) | 2)
    .bytes(response.data)
    .uint32((2 << 3) | 2)
    .string(response.contentType)
    .uint32((3 << 3) | 0)
    .int32(0)
    .uint32((4 << 3) | 0)
    .uint32(200)
    .finish();
  return Buffer.from(bytes);
}
