import { SaxesParser } from "saxes";

/** An element and all text in it. */
type Element = { name: string; attributes: Record<string, string>; text: string };

/**
 * Reads XML as strictly as it can be read.
 *
 * @returns its elements, in the order in which they end
 * @throws at what is not well-formed
 */
export function readXml(xml: string): Element[] {
	const parser = new SaxesParser({ xmlns: false });
	const [ended, open]: [Element[], Element[]] = [[], []];
	const addText = (text: string) => {
		for (const element of open) element.text += text;
	};
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => open.push({ name, attributes, text: "" }));
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.on("closetag", () => ended.push(...open.splice(-1)));
	parser.write(xml).close();
	return ended;
}

/** The text that escaped HTML stands for. */
export function unescapeText(html: string): string {
	return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
