import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const compressors = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Fonts are compressed as they are. */
const COMPRESSIBLE = /\.(css|js|json|svg|txt)$/;

/** Less than this gains nothing. */
const LEAST_BYTES = 1024;

/**
 * Leaves beside each file of the build's static ones what it is compressed, as small as can be: once, and not for each who asks.
 * @param {string} root
 */
export async function compressStatic(root) {
	const folder = join(root, ".next/static");
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => COMPRESSIBLE.test(name));
	await Promise.all(
		files.map(async (name) => {
			const file = join(folder, name);
			const bytes = readFileSync(file);
			if (bytes.length < LEAST_BYTES) return;
			for (const [ending, compress] of Object.entries(compressors))
				writeFileSync(`${file}.${ending}`, await compress(bytes));
		}),
	);
}
