import { SaxesParser } from "saxes";

const LISTED: Record<string, readonly string[]> = {
	...Object.fromEntries(["p", "br", "strong", "em", "code", "pre", "ul", "li", "blockquote"].map((name) => [name, []])),
	ol: ["start"],
	a: ["href", "rel"],
	span: ["class"],
};
const MATHML =
	/^(?:math|mrow|mi|mn|mo|mtext|mspace|mpadded|msub|msup|msubsup|munder|mover|munderover|mfrac|msqrt|mroot|mtable|mtr|mtd)$/;
const MATHML_ATTRIBUTES =
	/^(?:accent|form|stretchy|symmetric|minsize|maxsize|lspace|rspace|width|height|mathvariant|linethickness)$/;

/**
 * Reads a comment's HTML with a strict parser: what is well-formed XML of listed elements, every parser of HTML reads alike.
 *
 * @returns what is wrong with it, if anything, and the text that it shows
 */
export function readHtml(html: string): { faults: string[]; text: string } {
	const faults: string[] = [];
	let text = "";
	const parser = new SaxesParser();
	parser.on("error", (error) => faults.push(error.message));
	parser.on("text", (part) => {
		text += part;
	});
	for (const event of ["comment", "cdata", "doctype", "processinginstruction"] as const) {
		parser.on(event, () => faults.push(`a ${event}`));
	}
	parser.on("opentag", ({ name, attributes }) => {
		if (name === "root") return;
		if (!MATHML.test(name) && LISTED[name] === undefined) faults.push(`<${name}>`);
		for (const [key, value] of Object.entries(attributes)) {
			const isListed = MATHML.test(name) ? MATHML_ATTRIBUTES.test(key) : LISTED[name]?.includes(key);
			if (!isListed || isWrong(key, String(value))) faults.push(`${name} ${key}="${value}"`);
		}
		if (name === "a" && attributes.rel !== "nofollow ugc noopener") faults.push("a link that is followed");
	});
	// XML knows no control characters; in HTML, outside of tags, they do nothing.
	parser.write(`<root>${html.replace(/[\p{Cc}\ufffe\uffff]/gu, " ")}</root>`).close();
	return { faults, text };
}

function isWrong(key: string, value: string): boolean {
	if (key === "href") return !/^https?:\/\/[^/@\s]+(\/|\?|#|$)/i.test(value);
	if (key === "start") return !/^\d{1,9}$/.test(value);
	return key === "class" && value !== "display";
}
