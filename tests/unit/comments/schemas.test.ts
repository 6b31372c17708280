import { expect, it } from "vitest";
import { commentForm, parseCommentId, reportForm } from "@/lib/comments/schemas";

const read = (body: string) => commentForm.safeParse({ paper: "2412.14093", body });

it.each([
	["lines of any system", "a\r\nb\rc\n", "a\nb\nc"],
	["control characters and halves of characters", "a\0b\u0007c\ud800", "abc\ufffd"],
	["a tab", "a\tb", "a\tb"],
])("%s are read", (_what, typed, kept) => {
	expect(read(typed)).toMatchObject({ success: true, data: { body: kept } });
});

it.each(["", " \n ", "\u200b\u2060", "x".repeat(10_001)])("%j is no comment", (body) => {
	expect(read(body).success).toBe(false);
});

it("ten thousand characters are one, with the breaks of browsers counted once", () => {
	expect(read(`${"x".repeat(4998)}\r\n\r\n${"x".repeat(5000)}`).success).toBe(true);
});

it.each([
	["17", 17],
	["0", undefined],
	["-1", undefined],
	["1.5", undefined],
	["017", undefined],
	["99999999999999999999", undefined],
	[["17"], undefined],
	[undefined, undefined],
])("%j names comment %j", (text, id) => {
	expect(parseCommentId(text)).toBe(id);
});

it("a report says why, in a few lines", () => {
	const report = (reason: string) => reportForm.safeParse({ comment: "17", reason }).success;
	expect([report(" spam "), report(" "), report("x".repeat(501))]).toEqual([true, false, false]);
});
