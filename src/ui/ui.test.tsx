import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { phone } from '../../tests/app/taro-stub';
import { Button } from './button';
import { DisplayModeProvider, useDisplayMode } from './display-mode';
import { TextField } from './field';
import { BarRow, Figure } from './figure';
import { Screen } from './screen';
import { ShellProvider } from './shell';
import { ErrorState } from './states';

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  phone.reset();
  localStorage.clear();
  container = document.createElement('div');
  document.body.replaceChildren(container);
  root = createRoot(container);
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
});

function show(element: React.ReactElement): void {
  act(() => {
    root.render(element);
  });
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

function press(name: string): void {
  act(() => {
    button(name).click();
  });
}

test('a busy button takes no second press', () => {
  const onPress = jest.fn();
  show(
    <Button isLoading onPress={onPress}>
      提交
    </Button>,
  );
  press('提交');
  expect(onPress).not.toHaveBeenCalled();
});

test('a complaint is tied to its input and announced', () => {
  show(<TextField label="手机号" value="1" onChange={() => undefined} error="手机号应为 11 位" />);
  const input = document.querySelector('input');
  expect(input?.getAttribute('aria-invalid')).toBe('true');
  const complaint = document.getElementById(input?.getAttribute('aria-describedby') ?? '');
  expect(complaint?.textContent).toBe('手机号应为 11 位');
  expect(complaint?.getAttribute('role')).toBe('alert');
});

test('a figure opens its definition and closes it with Escape', () => {
  const definition = { title: '活跃度', entries: [{ term: '怎么算', text: '活跃 ÷ 注册' }] };
  show(<Figure label="活跃度" value="36.0%" definition={definition} />);
  press('活跃度的口径');
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('活跃 ÷ 注册');
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  });
  expect(document.querySelector('[role="dialog"]')).toBeNull();
});

test('a bar never leaves its track', () => {
  show(<BarRow label="汶川县" value="120%" share={1.2} />);
  expect(document.querySelector<HTMLElement>('.xf-bar-row__bar')?.style.width).toBe('100%');
});

test('an error state offers another try', () => {
  const onRetry = jest.fn();
  show(<ErrorState title="没有加载出来" text="请再试" onRetry={onRetry} />);
  press('重新加载');
  expect(onRetry).toHaveBeenCalledTimes(1);
});

function ElderSwitch() {
  const { mode, setMode } = useDisplayMode();
  const [count, setCount] = useState(0);
  const onPress = () => {
    setMode(mode === 'elder' ? 'standard' : 'elder');
    setCount(count + 1);
  };
  return <Button onPress={onPress}>切换</Button>;
}

test('large type holds for the whole screen and is remembered', () => {
  const app = (
    <DisplayModeProvider>
      <Screen title="首页">
        <ElderSwitch />
      </Screen>
    </DisplayModeProvider>
  );
  show(app);
  press('切换');
  expect(document.querySelector('.xf-screen')?.classList).toContain('xf-elder');
  act(() => {
    root.unmount();
  });
  root = createRoot(container);
  show(app);
  expect(document.querySelector('.xf-screen')?.classList).toContain('xf-elder');
});

test('the navigation knows where it is and leads elsewhere', () => {
  phone.path = '/home?from=link';
  const items = [
    { path: '/pages/home/index', text: '首页', icon: 'home' },
    { path: '/pages/mine/index', text: '我的', icon: 'mine' },
  ] as const;
  show(
    <ShellProvider value={{ brand: '向锋', items }}>
      <Screen title="首页">内容</Screen>
    </ShellProvider>,
  );
  expect(button('首页').getAttribute('aria-current')).toBe('page');
  press('我的');
  expect(phone.visits).toEqual([{ how: 'switchTab', url: '/pages/mine/index' }]);
});

test('a page with nothing before it leads home', () => {
  phone.path = '/pages/project/index';
  show(<Screen title="项目">内容</Screen>);
  press('返回');
  expect(phone.visits).toEqual([{ how: 'switchTab', url: '/pages/home/index' }]);
});
