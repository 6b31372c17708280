import fc from "fast-check";
import { expect, it } from "vitest";
import { slugify } from "@/lib/papers/slug";

it.each([
	["Sören Mindermann", "soren-mindermann"],
	["José  García-López", "jose-garcia-lopez"],
	["Samuel R. Bowman", "samuel-r-bowman"],
	["李明", "李明"],
	["???", "3f-3f-3f"],
])("writes %s as %s", (name, slug) => expect(slugify(name)).toBe(slug));

it("gives every name a slug that is its own slug", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
			const slug = slugify(name);
			expect(slug).not.toBe("");
			expect(slugify(slug)).toBe(slug);
		}),
	);
});
