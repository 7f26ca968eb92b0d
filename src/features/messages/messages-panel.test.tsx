import { act } from 'react';
import { createRoot } from 'react-dom/client';

import { AnswersProvider } from '@/lib/query-client';
import { ReminderOffer } from '@/lib/reminder-offer';

import { MessagesPanel } from './messages-panel';

const ANSWERS: Readonly<Record<string, object>> = {
  'volunteer.getMe': {
    ...{ isSignedIn: true, roles: [], consents: [], totalMinutes: 0, recordCount: 0 },
    volunteer: {
      ...{ volunteerId: 'person0001', volunteerNumber: '5132-x', name: '泽郎卓玛' },
      ...{ maskedPhone: '138****5678', divisionCode: '513201', divisionName: '马尔康市' },
      registeredDay: '2026-01-05',
    },
  },
  'message.getSubscriptions': {
    subscriptions: [
      { kind: 'shiftSoon', templateId: 'T', choice: null, remainingCount: 0, isOffered: true },
      { kind: 'seatGiven', templateId: 'S', choice: 'accepted', remainingCount: 2, isOffered: false },
    ],
  },
  'message.listMine': {
    messages: [
      {
        messageId: 'seatGiven:shift00001:1:person0001',
        kind: 'seatGiven',
        state: 'unknown',
        title: '早高峰路口护学',
        note: '候补成功，来不了请取消',
        createdAt: 1_795_000_000_000,
        at: 1_795_000_000_000,
        shiftId: 'shift00001',
        certificateId: null,
      },
    ],
    nextCursor: null,
  },
};

function parseResponse(value: unknown): Response {
  return value as Response;
}

/** A real site, not a local cloud. */
function answer(_address: unknown, request?: { readonly body?: unknown }): Promise<Response> {
  const body = typeof request?.body === 'string' ? request.body : '';
  const known = Object.entries(ANSWERS).find(([name]) => body.includes(`"${name}"`));
  const found =
    known === undefined
      ? { gateway: '', local: false }
      : { ok: true, value: known[1], serverNow: Date.now() };
  const text = () => Promise.resolve(JSON.stringify(found));
  return Promise.resolve(parseResponse({ status: 200, ok: true, text, json: () => Promise.resolve(found) }));
}

async function shown(): Promise<string> {
  const container = document.createElement('div');
  const root = createRoot(container);
  await act(async () => {
    root.render(
      <AnswersProvider>
        <MessagesPanel />
        <ReminderOffer occasion={{ kind: 'settings' }} />
      </AnswersProvider>,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const text = container.textContent;
  act(() => {
    root.unmount();
  });
  return text;
}

test('[ME2][ME10] in a browser: no dialog is offered, and why is said; the messages are there', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, fetch: answer });
  const text = await shown();
  expect(text).toContain('浏览器里收不到微信提醒');
  expect(text).not.toContain('要在微信里提醒您吗？');
  expect(text).toContain('候补成功：早高峰路口护学');
  expect(text).toContain('没有等到微信的回音；为免重复，不再发');
});
