/** Templates of the local WeChat, one for each kind; a city has its own (deploy.config.ts). */
import type { MessageTemplates } from '@contract/message-templates';
import { MESSAGE_KINDS } from '@domain/message/message-kind';

export const LOCAL_TEMPLATES: MessageTemplates = Object.fromEntries(
  MESSAGE_KINDS.map((kind) => [
    kind,
    {
      templateId: `local-template-${kind}`,
      fields: { title: 'thing1', time: 'time2', place: 'thing3', note: 'thing4' },
    },
  ]),
);
