import fc from "fast-check";

const PIECES = [
	..."'; DROP TABLE papers;-- \\ '\\'' $1 :* & | ! <-> ( ) %% _ it's author: org:\"a since:2026 topic:x min:1 has:code - -- \" “".split(
		" ",
	),
	..."diffusion robots title quoted O'Neil fine-tuning transformrs 2606.00001 ½ ﬁ ß İ ŉ ǆ".split(" "),
	..."حَرْف 模型 ไทย हिन्दी 👩‍👩‍👧 é ﷽ Z͑ͫ͠".split(" "),
	"\u0000",
	"\u202e",
	"\ud800",
	"\u{10ffff}",
	"x".repeat(300),
	"a-b-c-d-e-f",
];

/** Texts that a search may be asked for by those who wish it ill, or by a cat on the keyboard. */
export const hostileTexts: fc.Arbitrary<string> = fc
	.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), {
		maxLength: 25,
	})
	.chain((pieces) => fc.constantFrom(pieces.join(" "), pieces.join("")));
