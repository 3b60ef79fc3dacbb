// Writes .br and .gz beside every text asset of the build; the host chooses by Accept-Encoding. index.html is left out: its nonce changes with every request.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const texts = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);
const smallest = 1024;

for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !texts.has(extname(entry.name))) {
    continue;
  }
  const path = join(entry.parentPath, entry.name);
  const source = await readFile(path);
  if (source.length < smallest) {
    continue;
  }
  const brotli = await promisify(brotliCompress)(source, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length },
  });
  await writeFile(`${path}.br`, brotli);
  await writeFile(`${path}.gz`, await promisify(gzip)(source, { level: 9 }));
}
