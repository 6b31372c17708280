import { describe, expect, it } from "vitest";
import { readImport } from "@/lib/operator/read-import";
import { describeFileProblem } from "@/lib/operator/words";

const now = new Date("2026-06-09T06:00:00Z");
const HEAD = "email,consent_at,source";
const read = (...lines: string[]) => readImport(lines.join("\n"), now);

describe("a file of subscribers", () => {
	it("is read by the names of its columns, in any order and beside others", () => {
		expect(read("Source , name,EMAIL,consent_at", 'A form,Ada," Ada@Example.org ",2026-06-08T08:00:00+02:00')).toEqual({
			consenting: [
				{ line: 2, email: "ada@example.org", consentAt: new Date("2026-06-08T06:00:00Z"), source: "A form" },
			],
			refused: [],
		});
	});

	it.each([
		["a@example.org,2026-06-08", "cells"],
		["a@example.org,2026-06-08,A form,", "cells"],
		["example.org,2026-06-08,A form", "no-address"],
		[",2026-06-08,A form", "no-address"],
		["a@example.org,,A form", "no-consent"],
		["a@example.org,yes,A form", "no-instant"],
		["a@example.org,2026-02-30,A form", "no-instant"],
		["a@example.org,08/06/2026,A form", "no-instant"],
		["a@example.org,2026-06-08T08:00:00,A form", "no-instant"],
		["a@example.org,0000-01-01,A form", "no-instant"],
		["a@example.org,2026-06-10,A form", "future"],
		["a@example.org,2026-06-09T06:00:01Z,A form", "future"],
		["a@example.org,2026-06-08,", "no-source"],
		["a@example.org,2026-06-08,-", "no-source"],
		[`a@example.org,2026-06-08,${"x".repeat(201)}`, "long-source"],
	])("leaves out %s as %s, and nobody else", (line, reason) => {
		expect(read(HEAD, "first@example.org,2026-06-08,A form", line, "last@example.org,2026-06-08,A form")).toMatchObject(
			{
				consenting: [{ line: 2 }, { line: 4 }],
				refused: [{ line: 3, reason }],
			},
		);
	});

	it.each([
		["2026-06-08", "2026-06-08T00:00:00.000Z"],
		["2026-06-08T08:30+02:00", "2026-06-08T06:30:00.000Z"],
		["2026-06-08T06:30:15.5Z", "2026-06-08T06:30:15.500Z"],
	])("reads %s as when they agreed", (text, instant) => {
		expect(read(HEAD, `a@example.org,${text},A form`)).toMatchObject({
			consenting: [{ consentAt: new Date(instant) }],
		});
	});

	it("has each address once, in whatever case: the first line counts that can be read", () => {
		const line = (email: string) => `${email},2026-06-08,A form`;
		expect(read(HEAD, "a@example.org,,A form", line("A@example.org"), line("a@EXAMPLE.org"))).toMatchObject({
			consenting: [{ line: 3 }],
			refused: [{ line: 2 }, { line: 4, reason: "duplicate" }],
		});
	});

	it.each([
		["", "no-columns", 1],
		["email,consent_at\na@example.org,2026-06-08", "no-columns", 1],
		["email,consent_at,source,email\n", "no-columns", 1],
		[`\n\n${HEAD}\n`, "no-rows", 3],
		[`${HEAD}\na@example.org,2026-06-08,"A form`, "no-csv", 2],
	])("is refused as a whole where it is %j", (text, kind, line) => {
		expect(readImport(text, now)).toEqual({ kind, line });
		expect(describeFileProblem({ problem: kind, line: String(line) })).toMatch(/^Line \d: /);
	});
});

it("says nothing of a file in words that somebody made up", () => {
	expect(describeFileProblem({})).toBeUndefined();
	expect(describeFileProblem({ problem: "constructor", line: "1" })).toBeUndefined();
	expect(describeFileProblem({ problem: ["no-csv"], line: "x" })).toBeUndefined();
	expect(describeFileProblem({ problem: "no-rows", line: "<b>" })).toBe("There is nobody in it.");
});
