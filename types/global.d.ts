/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const address: string;
  export default address;
}
declare module '*.jpg' {
  const address: string;
  export default address;
}
declare module '*.svg' {
  const address: string;
  export default address;
}
/** Copied beside the bundle of a function; the text is the file's name there. */
declare module '*.ttf' {
  const fileName: string;
  export default fileName;
}
declare module '*.wasm' {
  const fileName: string;
  export default fileName;
}
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which application Taro is building. */
    TARO_ENV?: 'weapp' | 'h5';
    /** Address of a local cloud for a mini-program built for local use; absent in a real build. */
    TARO_APP_GATEWAY?: string;
    /** CloudBase environment the mini-program talks to; absent means the one bound to the app. */
    TARO_APP_CLOUD_ENV?: string;
  }
}
