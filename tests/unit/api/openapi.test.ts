import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { GET } from "@/app/api/openapi.json/route";
import { toOpenApi } from "@/lib/api/openapi";

const document = toOpenApi();

it("describes routes that there are", () => {
	const folders = Object.keys(document.paths).map((path) => `app${path.replace("{id}", "[...id]")}/route.ts`);
	expect(folders).toHaveLength(4);
	expect(folders.filter((file) => !existsSync(file))).toEqual([]);
});

it("names every parameter with the values that it takes", () => {
	const parameters = document.paths["/api/daily_papers"]?.get.parameters.map(({ name, required, schema }) => [
		name,
		required,
		schema,
	]);
	expect(parameters).toEqual([
		["date", false, { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }],
		["week", false, { type: "string", pattern: "^\\d{4}-W\\d{2}$" }],
		["month", false, { type: "string", pattern: "^\\d{4}-\\d{2}$" }],
		["submitter", false, { type: "string", pattern: "^[^\\p{Cc}@]{1,200}$" }],
		["sort", false, { type: "string", enum: ["publishedAt", "trending"] }],
		["limit", false, { type: "integer", minimum: 1, maximum: 100, default: 50 }],
		["p", false, { type: "integer", minimum: 0, maximum: 100_000, default: 0 }],
	]);
	const searched = document.paths["/api/papers/search"]?.get.parameters.map(({ name, required, schema }) => [
		name,
		required,
		schema,
	]);
	expect(searched).toEqual([
		["q", true, { type: "string", minLength: 1, maxLength: 250 }],
		["order", false, { type: "string", enum: ["relevance", "top", "new"], default: "relevance" }],
		["limit", false, { type: "integer", minimum: 1, maximum: 120, default: 120 }],
	]);
	expect(document.paths["/api/papers/{id}"]?.get.parameters).toMatchObject([
		{ name: "id", in: "path", required: true },
	]);
});

it("leaves no reference without what it refers to", () => {
	const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)];
	const named = Object.keys(document.components.schemas);
	expect(named).toEqual(["Paper", "DailyPaper", "Health", "Error"]);
	expect(new Set(references.map(([, name]) => name))).toEqual(new Set(named));
});

it("says which fields may be absent", () => {
	expect(document.components.schemas.Paper).toMatchObject({
		required: ["id", "authors", "title", "summary", "upvotes"],
	});
});

it("is served to programs of any site", async () => {
	const response = GET();
	expect(response.headers.get("access-control-allow-origin")).toBe("*");
	expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
});
