/**
 * `wx`, as far as the app uses it. The cloud is the real one on this machine; camera, location and dialogs
 * answer what the test says the person did.
 */
import { acceptMessages, callFunction } from './cloud-call';

type Loose = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** What the person and the phone do. A test changes it as it goes. */
export interface Surroundings {
  readonly cloudUrl: string;
  /** WeChat's id of the person who holds the phone */
  readonly openid: string;
  readonly storage: Map<string, unknown>;
  /** what the next scan sees; null: the person closes the scanner */
  scannedText: string | null;
  /** of a mini-program code, which has no text but the page it opens */
  scannedPath: string;
  /** gcj02; null: refused */
  location: { readonly latitude: number; readonly longitude: number; readonly accuracy: number } | null;
  readonly toasts: string[];
  title: string;
  /** plays WeChat having fetched a new version; null: nobody listens */
  announceUpdate: (() => void) | null;
  hasRestarted: boolean;
  /** how the app was opened */
  entry: { readonly path: string; readonly query: Readonly<Record<string, string>>; readonly scene: number };
  isOffline: boolean;
  /** the package of a page does not come over the network */
  isPackageLost: boolean;
  /** every procedure that was called */
  readonly calls: string[];
  /** the menu offers 转发 */
  canShare: boolean;
}

export interface Router {
  open: (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string) => void;
  back: (delta: number) => void;
}

interface WxParts {
  readonly surroundings: Surroundings;
  readonly router: Router;
  /** makes a value of the app's realm */
  readonly adopt: (value: unknown) => unknown;
}

class Refused extends Error {}

interface CloudCall {
  readonly name: string;
  readonly data?: unknown;
}

/** 单页模式: what the timeline opens; nobody is signed in there. */
function isAlone({ entry }: Surroundings): boolean {
  return entry.scene === 1154;
}

async function callCloud(surroundings: Surroundings, call: CloudCall): Promise<unknown> {
  if (surroundings.isOffline) throw new Refused('network');
  surroundings.calls.push(parseProcedure(call.data));
  const openid = isAlone(surroundings) ? '' : surroundings.openid;
  return callFunction({ ...surroundings, openid }, call);
}

function parseProcedure(data: unknown): string {
  return String((data as { procedure?: unknown } | undefined)?.procedure);
}

/** WeChat's calling convention: callbacks in the options, errMsg in the answer. */
function asynchronous(name: string, work: (options: Loose) => Answer | Promise<Answer>) {
  return (options: Loose = {}): void => {
    const { success, fail, complete } = parseCallbacks(options);
    const answer = Promise.resolve().then(() => work(options));
    void answer.then(
      (fields) => {
        const result = { ...fields, errMsg: `${name}:ok` };
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        const result = { errMsg: `${name}:fail ${reason}` };
        fail?.(result);
        complete?.(result);
      },
    );
  };
}

function asynchronousAll(
  works: Readonly<Record<string, (options: Loose) => Answer | Promise<Answer>>>,
): Loose {
  return Object.fromEntries(Object.entries(works).map(([name, work]) => [name, asynchronous(name, work)]));
}

const windowInfo = {
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  screenTop: 91,
};
const deviceInfo = { brand: 'devtools', model: 'iPhone', system: 'iOS 16.0', platform: 'ios' };
const baseInfo = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light' };
const nothing = (): void => undefined;

/** Members that only have to be there: listeners nobody calls, and things without effect here. */
const silentMembers = [
  'onAppShow onAppHide onError onUnhandledRejection onPageNotFound onThemeChange onMemoryWarning ' +
    'onWindowResize',
  'onNetworkStatusChange offNetworkStatusChange onNeedPrivacyAuthorization onKeyboardHeightChange',
  'offAppShow offAppHide offError onLazyLoadError onUserCaptureScreen offUserCaptureScreen',
].flatMap((line) => line.split(' '));

export function makeWx({ surroundings, router, adopt }: WxParts): Loose {
  return {
    ...Object.fromEntries(silentMembers.map((name) => [name, nothing])),
    ...asynchronousAll({ ...personWorks(surroundings), ...routeWorks(router, surroundings) }),
    ...storageMembers(surroundings.storage),
    cloud: {
      init: nothing,
      callFunction: (call: CloudCall) => callCloud(surroundings, call).then(adopt),
    },
    getSystemInfoSync: () => ({ ...windowInfo, ...deviceInfo, ...baseInfo }),
    getWindowInfo: () => windowInfo,
    getDeviceInfo: () => deviceInfo,
    getAppBaseInfo: () => baseInfo,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => adopt({ ...surroundings.entry, referrerInfo: {} }),
    getUpdateManager: () => ({
      onCheckForUpdate: nothing,
      onUpdateFailed: nothing,
      onUpdateReady: (callback: () => void) => {
        surroundings.announceUpdate = callback;
      },
      applyUpdate: () => {
        surroundings.hasRestarted = true;
      },
    }),
    canIUse: () => true,
    nextTick: (callback: () => void) => setTimeout(callback, 0),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
}

/** of one dialog */
const MOST_TEMPLATES = 3;

function personWorks(
  surroundings: Surroundings,
): Record<string, (options: Loose) => Answer | Promise<Answer>> {
  return {
    showToast: ({ title }) => {
      surroundings.toasts.push(String(title));
      return {};
    },
    hideToast: () => ({}),
    showLoading: () => ({}),
    hideLoading: () => ({}),
    showModal: () => ({ confirm: true, cancel: false }),
    setNavigationBarTitle: ({ title }) => {
      surroundings.title = String(title);
      return {};
    },
    scanCode: () => {
      const { scannedText, scannedPath } = surroundings;
      if (scannedText === null) throw new Refused('cancel');
      const scanType = scannedPath === '' ? 'QR_CODE' : 'WX_CODE';
      return { result: scannedText, scanType, charSet: 'utf-8', path: scannedPath };
    },
    getLocation: () => {
      if (surroundings.location === null) throw new Refused('auth deny');
      return surroundings.location;
    },
    getNetworkType: () => ({ networkType: surroundings.isOffline ? 'none' : 'wifi' }),
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
    requirePrivacyAuthorize: () => ({}),
    openPrivacyContract: () => {
      surroundings.title = '用户隐私保护指引';
      return {};
    },
    getSetting: () => ({ authSetting: {} }),
    setClipboardData: () => ({}),
    vibrateShort: () => ({}),
    setKeepScreenOn: () => ({}),
    getScreenBrightness: () => ({ value: 0.5 }),
    setScreenBrightness: () => ({}),
    pageScrollTo: () => ({}),
    stopPullDownRefresh: () => ({}),
    requestSubscribeMessage: ({ tmplIds }) => {
      if (!Array.isArray(tmplIds) || tmplIds.length > MOST_TEMPLATES) throw new Refused('tmplIds');
      return acceptMessages(surroundings, tmplIds.map(String));
    },
    showShareMenu: () => {
      surroundings.canShare = true;
      return {};
    },
    hideShareMenu: () => {
      surroundings.canShare = false;
      return {};
    },
    request: () => {
      throw new Refused('url not in domain list');
    },
  };
}

function routeWorks(router: Router, surroundings: Surroundings): Record<string, (options: Loose) => Answer> {
  // A page of the timeline leads nowhere, and over a weak network a page may not come.
  const stay = () => {
    if (isAlone(surroundings)) throw new Refused('can not be used in single page mode');
    if (surroundings.isPackageLost) throw new Refused('load subpackage failed');
  };
  const opening =
    (kind: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    ({ url }: Loose) => {
      stay();
      router.open(kind, String(url));
      return {};
    };
  return {
    navigateTo: opening('navigateTo'),
    redirectTo: opening('redirectTo'),
    switchTab: opening('switchTab'),
    reLaunch: opening('reLaunch'),
    navigateBack: ({ delta }) => {
      stay();
      router.back(typeof delta === 'number' ? delta : 1);
      return {};
    },
  };
}

function storageMembers(storage: Map<string, unknown>): Loose {
  return {
    // A key that was never written reads as the empty string, as on a phone.
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      storage.set(key, value);
    },
    removeStorageSync: (key: string) => {
      storage.delete(key);
    },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

interface Callbacks {
  readonly success?: (answer: Answer) => void;
  readonly fail?: (answer: Answer) => void;
  readonly complete?: (answer: Answer) => void;
}

function parseCallbacks(options: Loose): Callbacks {
  return options;
}
