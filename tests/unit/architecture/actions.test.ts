import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/bootstrap/root.mjs";

const sources = ["app", "components", "lib"].flatMap((folder) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name) && !name.startsWith("db/generated"))
		.map((name) => path.join(folder, name)),
);

const DIRECTIVE = /^\s*["']use server["']/gm;

test("server actions close over nothing: the key that would hide it is the same for everybody", () => {
	const withActions = sources.filter((file) => readFileSync(path.join(root, file), "utf8").match(DIRECTIVE));
	expect(withActions.length).toBeGreaterThan(5);
	// As the first words of a file it makes actions of what the file exports; inside a function, of that function with what is around it.
	const inside = withActions.filter((file) => {
		const text = readFileSync(path.join(root, file), "utf8");
		return text.match(DIRECTIVE)?.length !== 1 || !/^["']use server["']/.test(text);
	});
	expect(inside).toEqual([]);
});
