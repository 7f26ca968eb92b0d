/** What the schema library needs at load (BigInt) sets the oldest engine; older syntax would only be longer. */
const oldestEngines = { ios: '14', chrome: '67' };

module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, targets: oldestEngines },
    ],
  ],
};
