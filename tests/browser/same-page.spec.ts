import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { freshAddress, signIn } from "./steps";

/** Of addresses alike, such as papers, one. The sample edition knows no topics. */
const KINDS = [
	/^\/papers\/\d{4}\.\d{4,5}$/,
	/^\/papers\/date\/[^/]+$/,
	/^\/papers\/week\/[^/]+$/,
	/^\/papers\/month\/[^/]+$/,
	/^\/papers\/trending$/,
	/^\/orgs\/[^/]+$/,
	/^\/authors\/[^/]+$/,
];

const OTHERS = [
	"/",
	"/papers",
	"/authors",
	"/orgs",
	"/topics",
	"/search",
	"/search?q=learning",
	"/search?q=nothing-like-this",
	"/about/ranking",
	"/about/api",
	"/feed.atom",
	"/feed.json?q=learning",
	"/api/daily_papers",
	"/no-such-page",
];

test("public pages are the same to the byte for two people who are signed in and for one who is not", async ({
	browser,
	server,
	outbox,
}) => {
	const readers = await Promise.all([1, 2, 3].map(() => browser.newContext({ baseURL: server.url })));
	for (const reader of readers.slice(0, 2)) {
		const page = await reader.newPage();
		await signIn(page, outbox, freshAddress("same"));
		await page.goto("/");
		// They differ in what they have done, too.
		await page
			.getByRole("button", { name: /^Upvote/ })
			.first()
			.click();
	}
	const [first, ...others] = readers.map(({ request }) => request);
	if (first === undefined) throw new Error("there is a first reader");
	for (const path of [...(await listPaths(first)), ...OTHERS]) {
		// A page may be made anew between two answers, but never so each time.
		await expect(async () => {
			const [one, ...rest] = await Promise.all([first, ...others].map((reader) => read(reader, path)));
			for (const other of rest) expect(other, path).toEqual(one);
		}).toPass({ timeout: 30_000 });
	}
	await Promise.all(readers.map((reader) => reader.close()));
});

async function read(reader: APIRequestContext, path: string) {
	const response = await reader.get(path);
	const headers = response.headers();
	return { status: response.status(), cookie: headers["set-cookie"], vary: headers.vary, body: await response.text() };
}

async function listPaths(reader: APIRequestContext): Promise<string[]> {
	const pages = await Promise.all(["/", "/authors"].map((path) => reader.get(path)));
	const html = (await Promise.all(pages.map((page) => page.text()))).join("");
	const links = [...html.matchAll(/href="(\/[^"#?]*)"/g)].map(([, path]) => path ?? "");
	const found = KINDS.map((kind) => links.find((path) => kind.test(path)));
	const missing = found.indexOf(undefined);
	if (missing !== -1) throw new Error(`no page links to an address of kind ${missing}`);
	return found.flatMap((path) => path ?? []);
}
