import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { checkCharacterOf } from '@domain/volunteer/id-number';
import { AnswersProvider } from '@/lib/query-client';

import { RegistrationPanel } from './registration-panel';

const FIRST_17 = '51322119900101003';
const ID_NUMBER = FIRST_17 + checkCharacterOf(FIRST_17);

let root: Root;
let sent: string[] = [];

/** No server answers in these tests: only what the screen does by itself is looked at. */
function neverAnswers(_address: string, request: { readonly body?: string }): Promise<never> {
  sent.push(request.body ?? '');
  return new Promise(() => undefined);
}

beforeEach(() => {
  sent = [];
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, fetch: neverAnswers });
  localStorage.clear();
  open();
});

afterEach(close);

function open(): void {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  root = createRoot(container);
  act(() => {
    root.render(
      <AnswersProvider>
        <RegistrationPanel back={null} />
      </AnswersProvider>,
    );
  });
}

function close(): void {
  act(() => root.unmount());
}

function inputOf(label: string): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (input === null) throw new Error(`no input ${label}`);
  return input;
}

function type(label: string, text: string): void {
  const input = inputOf(label);
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(text: string): void {
  const found = [...document.querySelectorAll('button')].find((button) => button.textContent === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  act(() => found.click());
}

function alerts(): string[] {
  return [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent);
}

test('what is typed outlives the screen, but the id number is never stored', () => {
  type('姓名', '扎西卓玛');
  type('身份证号', ID_NUMBER);
  type('手机号', '13812345678');
  expect(JSON.stringify(localStorage)).not.toContain(ID_NUMBER);
  expect(JSON.stringify(localStorage)).not.toContain(ID_NUMBER.slice(0, 10));
  close();
  open();
  expect(inputOf('姓名').value).toBe('扎西卓玛');
  expect(inputOf('手机号').value).toBe('13812345678');
  expect(inputOf('身份证号').value).toBe('');
});

test('a wrong check character is explained while typing, a half-typed number is not', () => {
  type('身份证号', ID_NUMBER.slice(0, 9));
  expect(alerts()).toEqual([]);
  type('身份证号', ID_NUMBER.slice(0, 17) + (ID_NUMBER.endsWith('2') ? '3' : '2'));
  expect(alerts()).toEqual(['号码有误，请逐位核对。']);
  type('身份证号', ID_NUMBER);
  expect(alerts()).toEqual([]);
});

test('submitting an empty form names every missing answer and sends nothing', () => {
  press('提交注册');
  expect(alerts()).toHaveLength(5);
  expect(inputOf('姓名').getAttribute('aria-invalid')).toBe('true');
  expect(sent.join()).not.toContain('volunteer.register');
});

test('nobody agrees by accident: the consent starts unticked', () => {
  const tick = document.querySelector('[aria-label="我已阅读并同意个人信息处理说明"]');
  expect(tick?.getAttribute('aria-pressed')).toBe('false');
  expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
});
