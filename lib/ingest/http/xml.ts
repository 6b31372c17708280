import { SaxesParser } from "saxes";
import { SourceError } from "./source-error";

/** An element with its namespace's address, its own text (not its children's) and its children in order. */
export type XmlElement = {
	name: string;
	uri: string;
	attributes: Readonly<Record<string, string>>;
	text: string;
	children: XmlElement[];
};

/** Feeds are four deep. */
const MOST_DEPTH = 20;
/** An answer of arXiv's, 200 entries of hundreds of authors included, has a tenth of it. */
const MOST_ELEMENTS = 500_000;

/**
 * Parses an XML document. A document type is refused, so there are no entities but the five of XML and numeric references,
 * and nothing to fetch or to expand.
 *
 * @param host who gave the document, for the error's message
 * @throws SourceError `malformed`, also for depth and number of elements
 */
export function parseXml(text: string, host: string): XmlElement {
	const refuse = (reason: string, cause?: unknown) =>
		new SourceError("malformed", `${host} answered ${reason}`, { cause });
	const document: XmlElement = { name: "", uri: "", attributes: {}, text: "", children: [] };
	const open = [document];
	let elements = 0;
	const parser = new SaxesParser({ xmlns: true });
	const addText = (more: string) => {
		const element = open.at(-1);
		if (element) element.text += more;
	};
	parser.on("doctype", () => {
		throw refuse("XML with a document type, which we do not read");
	});
	parser.on("opentag", ({ local, uri, attributes }) => {
		elements += 1;
		if (open.length > MOST_DEPTH || elements > MOST_ELEMENTS)
			throw refuse("XML that is too deep or has too many elements");
		const values = Object.values(attributes).map((attribute) => [attribute.name, attribute.value]);
		const element = { name: local, uri, attributes: Object.fromEntries(values), text: "", children: [] };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("closetag", () => open.pop());
	parser.on("text", addText);
	parser.on("cdata", addText);
	try {
		parser.write(text).close();
	} catch (error) {
		// The parser's own words quote the document.
		throw error instanceof SourceError ? error : refuse("what is not well-formed XML", error);
	}
	const [root] = document.children;
	if (root === undefined) throw refuse("an empty document");
	return root;
}

/** The children of a name in a namespace. */
export function childrenOf(element: XmlElement, uri: string, name: string): XmlElement[] {
	return element.children.filter((child) => child.name === name && child.uri === uri);
}

/** The text of the first child of a name; undefined if there is none. */
export function childText(element: XmlElement, uri: string, name: string): string | undefined {
	return childrenOf(element, uri, name)[0]?.text;
}
