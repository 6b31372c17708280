import fc from "fast-check";
import { expect, it } from "vitest";
import { ORDERS, parseView, viewPath } from "@/lib/feed/views";

it("reads an order, and a page of it", () => {
	expect(parseView(undefined)).toEqual({ order: "top", page: 1 });
	expect(parseView([])).toEqual({ order: "top", page: 1 });
	expect(parseView(["rising"])).toEqual({ order: "rising", page: 1 });
	expect(parseView(["new", "12"])).toEqual({ order: "new", page: 12 });
	expect(parseView(["new"], ["rising"])).toBeUndefined();
	expect(parseView([], ["rising"])).toEqual({ order: "rising", page: 1 });
});

it.for([
	["best"],
	["top", "0"],
	["top", "-1"],
	["top", "01"],
	["top", "1e3"],
	["top", "99999"],
	["top", "2", "x"],
	[""],
])("knows no %j", (segments) => expect(parseView(segments)).toBeUndefined());

it("writes one address for each part of a list, which reads as that part", () => {
	const anyView = fc.record({ order: fc.constantFrom(...ORDERS), page: fc.integer({ min: 1, max: 9999 }) });
	fc.assert(
		fc.property(anyView, (view) => {
			const path = viewPath("/papers/week/2026-W24", view);
			const segments = path.split("/").slice(4);
			expect(parseView(segments)).toEqual(view);
		}),
	);
	expect(viewPath("/authors/ada", { order: "top", page: 1 })).toBe("/authors/ada");
	expect(viewPath("/authors/ada", { order: "top", page: 2 })).toBe("/authors/ada/top/2");
});
