import fs from 'node:fs';
import path from 'node:path';

import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';

import pageRoutes from '../src/platform/page-routes.json';

import developmentConfig from './dev';
import productionConfig from './prod';

const root = path.resolve(__dirname, '..');
/** A page's config is compiled into its code, but the cache does not see that it has changed. */
const pageConfigs = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.config.ts'))
  .map((file) => path.join(root, 'src', file));
const target = process.env.TARO_ENV ?? 'h5';

/**
 * Shared layers live beside src/, so both runners must be told to compile them. The packages named here
 * ship syntax newer than the oldest WeChat engine accepts; the uploader refuses it untranspiled.
 */
const compiledOutsideSource = [
  path.join(root, 'domain'),
  path.join(root, 'contract'),
  (file: string) => /node_modules[\\/](zod|@tanstack|@noble|qr-scanner)[\\/]/.test(file),
];

/** A Chinese character escaped is twice as long, and nobody reads the names of functions in a build. */
const terser = {
  enable: true,
  config: {
    keep_fnames: false,
    output: { ascii_only: false, keep_quoted_props: false, quote_keys: false },
  },
} as const;

const cssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' },
} as const;

export default defineConfig((merge) => {
  const base: UserConfigExport = {
    projectName: 'xiangfeng',
    date: '2026-11-1',
    // Plain px everywhere: the layout is flexible, so a wide window is a console and not a stretched phone.
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    plugins: [],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    terser,
    defineConstants: {
      'process.env.TARO_APP_GATEWAY': JSON.stringify(process.env.TARO_APP_GATEWAY ?? ''),
      'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      'process.env.TARO_APP_SITE_ORIGIN': JSON.stringify(process.env.TARO_APP_SITE_ORIGIN ?? ''),
    },
    alias: {
      '@domain': path.join(root, 'domain'),
      '@contract': path.join(root, 'contract'),
      '@': path.join(root, 'src'),
    },
    cache: {
      enable: true,
      buildDependencies: {
        config: [
          __filename,
          path.join(root, 'config/dev.ts'),
          path.join(root, 'config/prod.ts'),
          path.join(root, 'package.json'),
          path.join(root, 'babel.config.js'),
          ...pageConfigs,
        ],
      },
    },
    mini: {
      optimizeMainPackage: { enable: true },
      compile: { include: compiledOutsideSource },
      postcss: { pxtransform: { enable: false, config: {} }, cssModules },
      webpackChain(chain) {
        // WeChat's engine has none, and every question the cache asks makes one.
        const file = path.join(root, 'src/platform/abort-controller.ts');
        chain.plugin('abortController').use(ProvidePlugin, [{ AbortController: [file, 'AbortController'] }]);
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      router: { mode: 'browser', customRoutes: pageRoutes },
      compile: { include: compiledOutsideSource },
      postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false, config: {} }, cssModules },
      webpackChain(chain) {
        chain.optimization.merge({ splitChunks: { chunks: 'all' } });
      },
    },
  };
  const further = process.env.NODE_ENV === 'development' ? developmentConfig : productionConfig;
  return Promise.resolve(merge({}, base, further));
});
