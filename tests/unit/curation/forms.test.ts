import { describe, expect, it } from "vitest";
import { sayAct } from "@/lib/curation/act-words";
import { curateForm } from "@/lib/curation/schemas";

describe("curateForm", () => {
	it("reads the three acts", () => {
		expect(curateForm.parse({ act: "hide", paper: "2412.14093", reason: " spam " })).toMatchObject({ reason: "spam" });
		expect(curateForm.parse({ act: "unhide", paper: "hep-th/9901001" })).toEqual({
			act: "unhide",
			paper: "hep-th/9901001",
		});
		expect(curateForm.parse({ act: "move", paper: "2412.14093", date: "2026-06-08" })).toMatchObject({
			date: "2026-06-08",
		});
	});

	it.each([
		{},
		{ act: "delete", paper: "2412.14093" },
		{ act: "hide", paper: "../etc" },
		{ act: "hide", paper: "2412.14093", reason: "x".repeat(201) },
		{ act: "move", paper: "2412.14093" },
	])("refuses %j", (form) => {
		expect(curateForm.safeParse(form).success).toBe(false);
	});
});

describe("sayAct", () => {
	it("says each act", () => {
		expect(sayAct("submit", { date: "2026-11-23" })).toBe("submitted it for Nov 23, 2026");
		expect(sayAct("add", { date: "2026-11-23" })).toBe("added it to Nov 23, 2026");
		expect(sayAct("move", { from: "2026-11-22", to: "2026-11-23" })).toBe("moved it from Nov 22, 2026 to Nov 23, 2026");
		expect(sayAct("hide", { reason: "a duplicate" })).toBe("hid it: a duplicate");
		expect(sayAct("hide", {})).toBe("hid it");
		expect(sayAct("unhide", {})).toBe("showed it again");
	});
});
