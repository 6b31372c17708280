import { callBack, isPage } from "./answers.mjs";

/** @typedef {import("node:http").ServerResponse} ServerResponse */

/** Runs in the browser, where the document ends. It goes out as it stands here, on one line: no comments in it. */
function loadAfterFirstPaint() {
	const load = () => {
		for (const late of document.querySelectorAll("script[type=late]")) {
			const script = document.createElement("script");
			for (const { name, value } of late.attributes) if (name !== "type") script.setAttribute(name, value);
			late.replaceWith(script);
		}
	};
	if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes("paint")) return load();
	new PerformanceObserver((_, observer) => {
		observer.disconnect();
		load();
	}).observe({ type: "paint", buffered: true });
}

const LOADER = `<script>(${String(loadAfterFirstPaint).replaceAll(/\s*\n\s*/g, "")})()</script>`;

const ASYNC_SCRIPT = /<script (?=[^>]*\bsrc="\/_next\/static\/)(?=[^>]*\basync\b)/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

/**
 * Has the scripts of a page wait for its first paint. Pages are read before anything in them is pressed, and their links and forms
 * work without; on a slow line the scripts would come in before what there is to read.
 * @param {string} page the HTML that Next made
 * @returns {string} the same where it has none
 */
export function holdScripts(page) {
	const held = page.replaceAll(ASYNC_SCRIPT, '<script type="late" ').replaceAll(SCRIPT_PRELOAD, "");
	const bodyEnd = held.lastIndexOf("</body>");
	if (held === page || bodyEnd === -1) return page;
	return held.slice(0, bodyEnd) + LOADER + held.slice(bodyEnd);
}

/**
 * Holds the scripts of a page that is made for one request. It is sent as a whole: none of our pages has parts that come later.
 * Pages that Next has whole are left to `createFinishedPages`, which need not look through them each time.
 * @param {ServerResponse} response before Next gets it
 */
export function sendScriptsLate(response) {
	const { write, end } = response;
	/** @type {Uint8Array[]} */
	const chunks = [];

	/** @type {(this: ServerResponse, ...rest: unknown[]) => boolean} */
	function writeLater(...rest) {
		const [chunk] = rest;
		if (!(chunk instanceof Uint8Array) || !isPage(this)) return Reflect.apply(write, this, rest);
		// Who is called back may use it again.
		chunks.push(Uint8Array.from(chunk));
		callBack(rest);
		return true;
	}

	/** @type {(this: ServerResponse, ...rest: unknown[]) => ServerResponse} */
	function endHeld(...rest) {
		if (chunks.length > 0) Reflect.apply(write, this, [holdScripts(Buffer.concat(chunks).toString())]);
		// What answers HEAD tells the length of the page as Next has it.
		else if (rest[0] === null && isPage(this)) this.removeHeader("Content-Length");
		return Reflect.apply(end, this, rest);
	}

	Object.assign(response, { write: writeLater, end: endHeld });
}
