/** The city's templates of subscribe messages: ids and field names as WeChat's console gives them. */
import { MESSAGE_KINDS } from '@domain/message/message-kind';
import * as z from 'zod';
import './zod-config';

/** 20 characters of any kind */
const thingField = z.string().regex(/^thing\d{1,3}$/, '只能选“thing”类型的字段，例如 thing1');
const timeField = z.string().regex(/^(time|date)\d{1,3}$/, '只能选“time”或“date”类型的字段，例如 time2');

export const messageTemplateSchema = z.strictObject({
  templateId: z
    .string()
    .regex(
      /^[0-9A-Za-z_-]{20,64}$/,
      '模板 ID 是一串 43 位左右的字符；在小程序后台 › 订阅消息 › 我的模板里复制',
    ),
  fields: z.strictObject({
    title: thingField,
    time: timeField,
    /** what the template has no field for is not sent */
    place: thingField.nullable(),
    note: thingField.nullable(),
  }),
});
export type MessageTemplate = z.infer<typeof messageTemplateSchema>;

/** A kind without a template is never asked for and never sent. */
export const messageTemplatesSchema = z.partialRecord(z.enum(MESSAGE_KINDS), messageTemplateSchema);
export type MessageTemplates = z.infer<typeof messageTemplatesSchema>;

/** As it lies in a function's environment. Throws on anything else. */
export function parseMessageTemplates(text: string | undefined): MessageTemplates {
  return text === undefined || text === '' ? {} : messageTemplatesSchema.parse(JSON.parse(text));
}
