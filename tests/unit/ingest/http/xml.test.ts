import { describe, expect, it } from "vitest";
import { childrenOf, childText, parseXml } from "@/lib/ingest/http/xml";
import { XML_BOMB, XML_DOCTYPE } from "../../../fakes/faults";

const parse = (text: string) => parseXml(text, "source.example");

describe("parseXml", () => {
	it("gives elements by namespace, whatever the prefix", () => {
		const root = parse(`<a xmlns="one" xmlns:p="two"><p:b c="d">x<e/>y</p:b><b>z</b><b><![CDATA[<&]]></b></a>`);
		expect(childText(root, "two", "b")).toBe("xy");
		expect(childrenOf(root, "two", "b")[0]?.attributes).toEqual({ c: "d" });
		expect(childrenOf(root, "one", "b").map(({ text }) => text)).toEqual(["z", "<&"]);
		expect(childText(root, "one", "none")).toBeUndefined();
	});

	it("knows the five entities of XML and numbers", () => {
		expect(parse("<a>&amp;&lt;&gt;&quot;&apos;&#233;&#xe9;</a>").text).toBe(`&<>"'éé`);
	});

	it.each([
		["a bomb", XML_BOMB],
		["a file", XML_DOCTYPE],
	])("refuses a document type: %s", (_, fault) => {
		const body = fault.kind === "body" ? fault.body : "";
		expect(() => parse(body)).toThrow(/source\.example answered XML with a document type/);
	});

	it.each([
		["an entity that is not XML's", "<a>&secret;</a>"],
		["a missing end", "<a><b>"],
		["HTML", "<!doctype html><p>Hello<br>"],
		["text", "Rate exceeded."],
		["nothing", ""],
		["a character that XML has not", "<a>\u0000</a>"],
		["elements in elements in elements", `${"<a>".repeat(100)}${"</a>".repeat(100)}`],
		["elements without end", `<a>${"<b/>".repeat(500_001)}</a>`],
	])("refuses %s, without quoting it", (_, text) => {
		expect(() => parse(text)).toThrow(
			expect.objectContaining({ kind: "malformed", message: expect.not.stringContaining("secret") }),
		);
	});
});
