// JavaScript, because jest loads transforms itself. A package of hundreds of small files becomes one module:
// jest resolves, reads and wraps every file anew in every test file, and these packages were most of that.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const thisFile = fs.readFileSync(__filename);

/** Changes with every version of the package and of what bundles it. */
function versionOf(entry) {
  const [, home] = /^(.*[\\/]node_modules[\\/][^\\/]+)[\\/]/.exec(entry);
  return fs.readFileSync(path.join(home, 'package.json'));
}

module.exports = {
  process(_source, file) {
    const { outputFiles } = esbuild.buildSync({
      entryPoints: [file],
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
    });
    return { code: outputFiles[0].text };
  },
  getCacheKey(_source, file) {
    const hash = createHash('sha256').update(thisFile).update(esbuild.version).update(file);
    return hash.update(versionOf(file)).digest('hex');
  },
};
