import fc from "fast-check";
import type { CitedPaper } from "@/lib/papers/citation/types";
import type { PaperId } from "@/lib/papers/ids";
import type { UtcDate } from "@/lib/time";

/** A paper at arXiv with all that a preprint has, but for what a test says. */
export function citedPaper(values: Partial<CitedPaper> = {}): CitedPaper {
	return {
		id: "2412.14093" as PaperId,
		title: "Alignment Faking in Large Language Models",
		authors: ["Ryan Greenblatt", "Carson Denison"],
		publishedOn: "2024-12-18" as UtcDate,
		revisedOn: "2024-12-20" as UtcDate,
		abstract: "We present a demonstration.",
		categories: ["cs.AI", "cs.CL"],
		doi: null,
		journalRef: null,
		keywords: ["alignment", "language models"],
		...values,
	};
}

/** What has a meaning in LaTeX, BibTeX, RIS or HTML, or none anywhere. */
const TROUBLE = [
	..."{}\\$%&#_^~|\"'`,;=@-<> a.É王😀\ud800\0\r\n\u2028",
	...[
		"--",
		"''",
		" and ",
		"others",
		"</script>",
		"&amp;",
		"\\emph{",
		"\\input{x}",
		"@misc{x,",
		"  - ",
		"\nTY  - ",
		"\nER  - ",
	],
	...["$x_1$", "$\\{a\\}$", "$\\frac12$", "$50\\%$", "\\(", "\\)"],
];

const troubleText = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.string({ unit: fc.constantFrom(...TROUBLE), maxLength: 30 }),
);

/** Papers whose every text is anything at all. */
export const anyPaper: fc.Arbitrary<CitedPaper> = fc
	.record({
		id: fc.constantFrom("2412.14093", "hep-th/9901001", "sample-a-b") as fc.Arbitrary<PaperId>,
		title: troubleText,
		authors: fc.array(troubleText, { maxLength: 5 }),
		publishedOn: fc.constantFrom("2024-12-18" as UtcDate, null),
		abstract: troubleText,
		categories: fc.array(troubleText, { maxLength: 2 }),
		doi: fc.option(troubleText),
		journalRef: fc.option(troubleText),
		keywords: fc.array(troubleText, { maxLength: 3 }),
	})
	.map(citedPaper);
