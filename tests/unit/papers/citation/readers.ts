import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { z } from "zod";

const name = z.object({
	given: z.string().optional(),
	"non-dropping-particle": z.string().optional(),
	family: z.string().optional(),
	suffix: z.string().optional(),
	literal: z.string().optional(),
});
const reference = z.object({
	id: z.string().optional(),
	"citation-key": z.string().optional(),
	type: z.string(),
	title: z.string().optional(),
	author: z.array(name).optional(),
	issued: z.object({ "date-parts": z.array(z.array(z.number())) }).optional(),
	abstract: z.string().optional(),
	keyword: z.string().optional(),
	DOI: z.string().optional(),
	URL: z.string().optional(),
	"container-title": z.string().optional(),
});
const entry = z.object({ type: z.string(), label: z.string(), properties: z.record(z.string(), z.coerce.string()) });

export type Reference = z.infer<typeof reference>;

/** What a BibTeX file says, as another program reads it. */
export function readBibtex(text: string): Reference[] {
	const read = plugins.input.chain(text, { forceType: "@biblatex/text", generateGraph: false });
	return z.array(reference).parse(read);
}

/** The entries of a BibTeX file with their fields, names of fields in small letters, values still in LaTeX. */
export function readBibtexFields(text: string): z.infer<typeof entry>[] {
	const read = plugins.input.chain(text, { forceType: "@biblatex/text", target: "@biblatex/entries+list" });
	return z.array(entry).parse(read);
}

/** What a RIS file says, as another program reads it. */
export function readRis(text: string): Reference[] {
	return z.array(reference).parse(plugins.input.chain(text, { forceType: "@ris/file", generateGraph: false }));
}

/** The name as it is printed: given name, particle, family name, suffix. */
export function printName(author: z.infer<typeof name>): string {
	const { given, family, suffix, literal } = author;
	return [given, author["non-dropping-particle"], family, suffix, literal].filter(Boolean).join(" ");
}
