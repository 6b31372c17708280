import { describe, expect, it } from "vitest";
import { NOTE_MAX } from "@/lib/claims/rules";
import { claimForm } from "@/lib/claims/schemas";

describe("claimForm", () => {
	it("reads both forms, and a note as lines", () => {
		expect(claimForm.parse({ act: "ask", author: "王-伟", note: " one\r\ntwo\u0007 " })).toEqual({
			act: "ask",
			author: "王-伟",
			note: "one\ntwo",
		});
		expect(claimForm.parse({ act: "ask", author: "ada-lovelace" })).toMatchObject({ note: "" });
		expect(claimForm.parse({ act: "withdraw", author: "100%-sure" })).toEqual({ act: "withdraw", author: "100%-sure" });
		expect(claimForm.safeParse({ act: "ask", author: "ada", note: "x".repeat(NOTE_MAX) }).success).toBe(true);
	});

	it.each([
		{},
		{ act: "approve", author: "ada" },
		{ act: "ask", author: "" },
		{ act: "ask", author: "a\0b" },
		{ act: "ask", author: "a".repeat(301) },
		{ act: "withdraw" },
	])("refuses %j", (form) => {
		expect(claimForm.safeParse(form).success).toBe(false);
	});

	it("says what is wrong with a note that is too long", () => {
		const { error } = claimForm.safeParse({ act: "ask", author: "ada", note: "x".repeat(NOTE_MAX + 1) });
		expect(error?.issues[0]).toMatchObject({ path: ["note"], message: expect.stringContaining("1,000 characters") });
	});
});
