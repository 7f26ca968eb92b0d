import { randomUUID } from 'node:crypto';
import { numberOf, stringOf, type JsonObject } from '../host/json';
import { RingBuffer } from '../host/ring-buffer';
import { refused, type OpenApiAnswer, type OpenApiCall, type OpenApiContext } from './open-api-types';
import { renderQrImage } from './qr-image';

export interface CodeImage {
  readonly id: string;
  /** What a scanner reads: `page?scene=…`, or the path. */
  readonly text: string;
  readonly createdAt: number;
  readonly image: Buffer;
}

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const MAX_PATH_LENGTH = 1024;
const DEFAULT_WIDTH = 430;
const MIN_WIDTH = 280;
const MAX_WIDTH = 1280;
const KEPT_IMAGES = 100;
/** Where WeChat opens a code that names no page. */
const DEFAULT_PAGE = 'pages/index/index';

/** Mini-program codes: WeChat draws its own round code, here it is a QR code that any scanner reads. */
export class MiniProgramCodes {
  readonly images = new RingBuffer<CodeImage>(KEPT_IMAGES);

  constructor(private readonly context: OpenApiContext) {}

  /** `wxacode.getUnlimited`: any number of codes, each with a scene of at most 32 visible characters. */
  getUnlimited(call: OpenApiCall): OpenApiAnswer {
    const { scene, check_path: checkPath } = call.parameters;
    if (typeof scene !== 'string' || !SCENE.test(scene)) {
      return refused(40169, 'invalid length for scene, or the data is not json string');
    }
    const page = call.parameters['page'] === undefined ? DEFAULT_PAGE : stringOf(call.parameters['page']);
    if (
      page === undefined ||
      page.startsWith('/') ||
      page.includes('?') ||
      !this.isKnown(page, checkPath !== false)
    ) {
      return refused(41030, 'invalid page');
    }
    return this.draw(`${page}?scene=${encodeURIComponent(scene)}`, call.parameters);
  }

  /** `wxacode.get`: a code for a path with its query. */
  get(call: OpenApiCall): OpenApiAnswer {
    const path = stringOf(call.parameters['path']);
    if (path === undefined || path === '' || path.length > MAX_PATH_LENGTH)
      return refused(40159, 'invalid path');
    if (path.startsWith('/') || !this.isKnown(path.split('?')[0] ?? '', true))
      return refused(41030, 'invalid page');
    return this.draw(path, call.parameters);
  }

  private isKnown(page: string, isChecked: boolean): boolean {
    return !isChecked || this.context.pages === undefined || this.context.pages.includes(page);
  }

  private draw(text: string, parameters: JsonObject): OpenApiAnswer {
    const width = parameters['width'] === undefined ? DEFAULT_WIDTH : numberOf(parameters['width']);
    if (width === undefined || !Number.isInteger(width) || width < MIN_WIDTH || width > MAX_WIDTH) {
      return refused(40097, `invalid args: width must be ${MIN_WIDTH} to ${MAX_WIDTH}`);
    }
    const image = renderQrImage(text, width);
    this.images.push({ id: randomUUID(), text, createdAt: this.context.clock.now(), image });
    return { kind: 'file', contentType: 'image/png', bytes: image };
  }
}
