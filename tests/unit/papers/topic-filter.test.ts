import fc from "fast-check";
import { expect, it } from "vitest";
import { formatFilter, isShown, parseFilter, turn } from "@/components/papers/topic-filter";

const paper = (...slugs: string[]) => ({ topics: slugs.map((slug) => ({ slug, name: slug })) });

it("shows papers with any of the chosen topics, and none with one that is left out", () => {
	const filter = parseFilter("#topics=reasoning,video,-evaluation");
	expect(filter).toEqual({ include: ["reasoning", "video"], exclude: ["evaluation"] });
	expect(isShown(paper("reasoning"), filter)).toBe(true);
	expect(isShown(paper("video", "agents"), filter)).toBe(true);
	expect(isShown(paper("video", "evaluation"), filter)).toBe(false);
	expect(isShown(paper("agents"), filter)).toBe(false);
	expect(isShown({}, filter)).toBe(false);
	expect(isShown({}, parseFilter("#topics=-evaluation"))).toBe(true);
});

it("shows all without a choice, as with a fragment of another kind", () => {
	for (const fragment of ["", "#paper-2412.14093", "#topics=", "#topics=%", "#topics=-"])
		expect(isShown(paper("x"), parseFilter(fragment)), fragment).toBe(true);
});

it("turns a topic from open to included, to excluded, and back", () => {
	const slug = "video";
	const once = turn({ include: [], exclude: [] }, slug);
	expect(once).toEqual({ include: [slug], exclude: [] });
	expect(turn(once, slug)).toEqual({ include: [], exclude: [slug] });
	expect(turn(turn(once, slug), slug)).toEqual({ include: [], exclude: [] });
});

it("reads what it writes, whatever the slugs", () => {
	const slug = fc
		.string({ minLength: 1, unit: "grapheme" })
		.filter((text) => !text.startsWith("-") && text.isWellFormed());
	fc.assert(
		fc.property(fc.uniqueArray(slug, { maxLength: 6 }), fc.nat(6), (slugs, split) => {
			const filter = { include: slugs.slice(0, split), exclude: slugs.slice(split) };
			expect(parseFilter(formatFilter(filter))).toEqual(filter);
		}),
	);
});
