import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";
import { isPage } from "./answers.mjs";
import { holdScripts } from "./late-scripts.mjs";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */
/** @typedef {"br" | "gzip" | "identity"} Encoding */

const compressGzip = promisify(gzip);

/** For some thousands of pages. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What is asked for once is compressed in milliseconds, by either. */
const QUICK_BROTLI = 5;

/** What is asked for often is worth fifty times that, once, for an eighth less. */
const THOROUGH_BROTLI = 11;

/** Times. A cache in front asks twice a minute for a page that readers want: votes have mostly changed it by then. */
const OFTEN = 10;

/**
 * Pages that Next has whole are finished once, and not for each who asks: compressed, or as they are for who reads neither. Of each
 * address the last page is kept, known by its ETag, which follows from its bytes.
 */
export function createFinishedPages() {
	/** @type {LRUCache<string, { etag: string, bytes: Buffer, asked: number, isThorough: boolean }>} */
	const finished = new LRUCache({ maxSize: MAX_BYTES, sizeCalculation: ({ bytes }) => bytes.length });
	// One at a time: whoever waits for a page must not wait behind many of these.
	let isThoroughBusy = false;

	/** @param {string} key @param {string} etag @param {string} page */
	async function finishThoroughly(key, etag, page) {
		isThoroughBusy = true;
		try {
			const bytes = await brotli(holdScripts(page), THOROUGH_BROTLI);
			finished.set(key, { etag, bytes, asked: OFTEN, isThorough: true });
		} catch (error) {
			console.error(error);
		} finally {
			isThoroughBusy = false;
		}
	}

	/**
	 * @param {string} address
	 * @param {string} etag
	 * @param {string} page
	 * @param {Encoding} encoding
	 */
	async function finish(address, etag, page, encoding) {
		const key = `${encoding} ${address}`;
		const known = finished.get(key);
		if (known?.etag !== etag) {
			const bytes = await encode(holdScripts(page), encoding);
			finished.set(key, { etag, bytes, asked: 1, isThorough: encoding !== "br" });
			return bytes;
		}
		known.asked += 1;
		if (known.asked >= OFTEN && !known.isThorough && !isThoroughBusy) void finishThoroughly(key, etag, page);
		return known.bytes;
	}

	/**
	 * Has a whole HTML page go out with its scripts held, compressed to who takes that; leaves all else as it is.
	 * @param {IncomingMessage} request
	 * @param {ServerResponse} response before Next gets it
	 */
	return function sendFinished(request, response) {
		if (request.method !== "GET") return;
		const { end } = response;
		// Next rewrites it.
		const address = request.url ?? "";

		/** @type {(this: ServerResponse, ...rest: unknown[]) => ServerResponse} */
		function endFinished(...rest) {
			const [page] = rest;
			const etag = this.getHeader("etag");
			if (typeof page !== "string" || etag === undefined || this.headersSent || !isPage(this))
				return Reflect.apply(end, this, rest);
			const encoding = encodingFor(request);
			finish(address, String(etag), page, encoding).then(
				(bytes) => {
					if (encoding !== "identity") this.setHeader("Content-Encoding", encoding);
					this.setHeader("Content-Length", bytes.length);
					Reflect.apply(end, this, [bytes]);
				},
				(error) => {
					console.error(error);
					Reflect.apply(end, this, rest);
				},
			);
			return this;
		}

		response.end = /** @type {ServerResponse["end"]} */ (endFinished);
	};
}

/** @param {IncomingMessage} request @returns {Encoding} */
function encodingFor(request) {
	const taken = new Negotiator(request).encodings(["br", "gzip"]);
	return taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : "identity";
}

/** @param {string} page @param {Encoding} encoding @returns {Promise<Buffer>} */
async function encode(page, encoding) {
	if (encoding === "br") return brotli(page, QUICK_BROTLI);
	return encoding === "gzip" ? compressGzip(page) : Buffer.from(page);
}

/** @param {string} page @param {number} quality @returns {Promise<Buffer>} */
function brotli(page, quality) {
	const bytes = Buffer.from(page);
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: quality,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
	};
	return new Promise((resolve, reject) => {
		brotliCompress(bytes, { params }, (error, result) => (error ? reject(error) : resolve(result)));
	});
}
