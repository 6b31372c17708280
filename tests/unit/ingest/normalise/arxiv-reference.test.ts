import fc from "fast-check";
import { expect, it } from "vitest";
import { parseArxivReference } from "@/lib/ingest/normalise/arxiv-reference";
import { parsePaperId } from "@/lib/papers/ids";

it.each([
	["2412.14093", "2412.14093", undefined],
	["2412.14093v2", "2412.14093", 2],
	["  arXiv:2412.14093\n", "2412.14093", undefined],
	["arXiv: 2412.14093v12", "2412.14093", 12],
	["arXiv:2412.14093v2 [cs.AI] 18 Dec 2024", "2412.14093", 2],
	["<https://arxiv.org/abs/2412.14093>.", "2412.14093", undefined],
	["http://www.arxiv.org/abs/2412.14093v1?context=cs.LG#abstract", "2412.14093", 1],
	["arxiv.org/pdf/2412.14093", "2412.14093", undefined],
	["https://export.arxiv.org/pdf/2412.14093v3.pdf#page=4", "2412.14093", 3],
	["https://arxiv.org/html/2412.14093v1/#S3.p1", "2412.14093", 1],
	["https://arxiv.org/format/2412.14093", "2412.14093", undefined],
	["https://arxiv.org/ps/hep-th/9901001v2.ps.gz", "hep-th/9901001", 2],
	["HEP-TH/9901001", "hep-th/9901001", undefined],
	["math.GT/0309136v1", "math/0309136", 1],
	["https://arxiv.org/abs/math.GT/0309136", "math/0309136", undefined],
	["arxiv.org/pdf/cond-mat/9901001.pdf", "cond-mat/9901001", undefined],
	["https://www.alphaxiv.org/abs/2412.14093v2", "2412.14093", 2],
	["alphaxiv.org/overview/2412.14093", "2412.14093", undefined],
	["https://www.alphaxiv.org/zh/overview/2412.14093", "2412.14093", undefined],
	["https://alphaxiv.org/pdf/2412.14093", "2412.14093", undefined],
	["https://huggingface.co/papers/2412.14093#community", "2412.14093", undefined],
	["hf.co/papers/2412.14093.md", "2412.14093", undefined],
	["https://doi.org/10.48550/arXiv.2412.14093", "2412.14093", undefined],
	["https://dx.doi.org/10.48550%2FarXiv.hep-th%2F9901001", "hep-th/9901001", undefined],
	["10.48550/arXiv.2412.14093", "2412.14093", undefined],
	["doi:10.48550/ARXIV.2412.14093", "2412.14093", undefined],
	["https://ar5iv.labs.arxiv.org/html/2412.14093", "2412.14093", undefined],
	["https://ar5iv.org/abs/2412.14093", "2412.14093", undefined],
])("reads %j", (text, id, version) => {
	expect(parseArxivReference(text)).toEqual({ id, ...(version && { version }) });
});

it.each([
	"",
	"attention is all you need",
	"2412.14093v0",
	"2413.14093",
	"2412.140931",
	"241214093",
	"https://arxiv.org/abs/",
	"https://arxiv.org/list/cs.LG/recent",
	"https://evil.example/abs/2412.14093",
	"https://arxiv.org@evil.example/abs/2412.14093",
	"https://notarxiv.org/abs/2412.14093",
	"https://arxiv.org.evil.example/abs/2412.14093",
	"https://huggingface.co/someone/2412.14093",
	"https://huggingface.co/papers/month/2024-12",
	"https://doi.org/10.1000/xyz123",
	"https://arxiv.org/abs/%E0%A4%A",
	"file:///abs/2412.14093",
	"javascript:2412.14093",
	`${"arxiv.org/".repeat(200)}2412.14093`,
])("finds no paper in %j", (text) => expect(parseArxivReference(text)).toBeUndefined());

const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, "0"));
const year = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const id = fc.oneof(
	fc.tuple(year, month, digits(5)).map(([yy, mm, rest]) => `${yy}${mm}.${rest}`),
	fc
		.tuple(fc.constantFrom("hep-th", "math", "cs", "q-bio", "cond-mat"), year, month, digits(3))
		.map(([archive, yy, mm, rest]) => `${archive}/${yy}${mm}${rest}`),
);
const form = fc.constantFrom<(id: string) => string>(
	(name) => name,
	(name) => `arXiv:${name}`,
	(name) => `ARXIV: ${name}`,
	(name) => `https://arxiv.org/abs/${name}`,
	(name) => `http://export.arxiv.org/pdf/${name}.pdf?download=1`,
	(name) => `www.arxiv.org/html/${name}#S1`,
	(name) => `https://www.alphaxiv.org/overview/${name}`,
	(name) => `https://huggingface.co/papers/${name}`,
	(name) => `10.48550/arXiv.${name}`,
	(name) => `https://doi.org/10.48550/arXiv.${name}`,
	(name) => `(https://ar5iv.org/abs/${name}),`,
);

it("reads every id with every version in every form", () => {
	fc.assert(
		fc.property(id, fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }), form, (name, version, write) => {
			const text = write(version === undefined ? name : `${name}v${version}`);
			expect(parseArxivReference(text)).toEqual({ id: name, ...(version !== undefined && { version }) });
		}),
	);
});

it("takes any text, and what it finds is an id without version", () => {
	const piece = fc.constantFrom(
		"arxiv.org/",
		"https://",
		"abs/",
		"2412.14093",
		"v2",
		"hep-th/9901001",
		"%",
		"/",
		" ",
		"[",
	);
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.webUrl(),
		fc.array(piece).map((pieces) => pieces.join("")),
	);
	fc.assert(
		fc.property(text, (any) => {
			const found = parseArxivReference(any);
			if (found) expect(parsePaperId(found.id)).toBe(found.id);
		}),
	);
});
