import { expect, test } from "vitest";
import { libraryForm, readFields } from "@/lib/library/schemas";

function read(...fields: [string, string][]) {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return libraryForm.safeParse(readFields(form));
}

test("a form names papers as often as it has some", () => {
	const chosen = read(["act", "remove"], ["paper", "2412.14093"], ["paper", "hep-th/9901001"]);
	expect(chosen.data).toEqual({ act: "remove", papers: ["2412.14093", "hep-th/9901001"] });
	expect(read(["act", "remove"]).data).toEqual({ act: "remove", papers: [] });
	expect(read(["act", "remove"], ["paper", "<script>"]).success).toBe(false);
});

test("a list's name is one line of up to 80 characters", () => {
	const name = (text: string) => read(["act", "create-list"], ["name", text]);
	expect(name("  Reading \n group\u0000 ").data).toMatchObject({ name: "Reading group" });
	expect(name("x".repeat(80)).success).toBe(true);
	for (const text of ["", " \t ", "x".repeat(81)]) expect(name(text).error?.issues[0]?.path).toEqual(["name"]);
});

test.for([
	[
		["act", "delete-list"],
		["list", "1; DROP TABLE"],
	],
	[
		["act", "choose-seen"],
		["mode", "always"],
	],
	[["act", "make-me-curator"]],
	[],
] as [string, string][][])("%j is no form of the library", (fields) => {
	expect(read(...fields).success).toBe(false);
});
