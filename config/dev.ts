import type { UserConfigExport } from '@tarojs/cli';

export default {
  logger: { quiet: false, stats: false },
  mini: {},
  h5: {
    // The local cloud serves dist/h5, so the watcher writes there; its own server is only a by-product.
    devServer: {
      host: '127.0.0.1',
      open: false,
      hot: false,
      liveReload: false,
      client: false,
      devMiddleware: { writeToDisk: true },
    },
  },
} satisfies UserConfigExport;
