import { beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/following/route";
import { db } from "@/lib/db/client";
import { signInAs } from "../accounts/signing-in";
import { addPaperBy } from "./scene";

const SITE = process.env.APP_URL ?? "";
const FORM = "application/x-www-form-urlencoded";

let cookie = "";

beforeAll(async () => {
	await addPaperBy("2412.00001", { authors: ["ada", "周-joe"], hour: 1 });
	({ cookie } = await signInAs("follower@example.org"));
});

const ask = (query: string, signedIn = true) =>
	GET(new Request(`${SITE}/api/following?${query}`, { headers: signedIn ? { cookie } : {} }));

function send(body: Record<string, unknown>, headers: Record<string, string> = {}) {
	const isForm = headers["content-type"] === FORM;
	return POST(
		new Request(`${SITE}/api/following`, {
			method: "POST",
			headers: { origin: SITE, "content-type": "application/json", cookie, ...headers },
			body: isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body),
		}),
	);
}

describe("/api/following", () => {
	const target = { kind: "author", slug: "周-joe" };
	const query = new URLSearchParams(target).toString();

	it("follows and no longer, and tells this browser alone", async () => {
		for (const followed of [true, false]) {
			const answer = await send({ ...target, followed });
			expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
			expect(await answer.json()).toEqual({ followed });
			const told = await ask(query);
			expect([await told.json(), told.headers.get("cache-control")]).toEqual([{ followed }, "private, no-store"]);
		}
	});

	it("leads a form on to where it is seen, or back to a page that shows it by itself", async () => {
		const fromAuthor = await send(target, { "content-type": FORM, referer: `${SITE}/authors/%E5%91%A8-joe` });
		expect(fromAuthor.status).toBe(303);
		expect(fromAuthor.headers.get("location")).toBe(
			"/following/subject?kind=author&slug=%E5%91%A8-joe&next=%2Fauthors%2F%25E5%2591%25A8-joe",
		);
		const fromList = await send({ ...target, followed: "false", next: "/following" }, { "content-type": FORM });
		expect(fromList.headers.get("location")).toBe("/following");
		expect(await db().follow.count()).toBe(0);
		const signedOut = await send(target, { "content-type": FORM, cookie: "" });
		expect(signedOut.headers.get("location")).toMatch(/^\/sign-in\?next=%2Ffollowing%2Fsubject%3Fkind%3Dauthor/);
	});

	it.each([
		["signed out", 401, () => send({ ...target, followed: true }, { cookie: "" })],
		["from another site", 403, () => send({ ...target, followed: true }, { origin: "https://evil.example" })],
		["of another kind", 400, () => send({ kind: "paper", slug: "x", followed: true })],
		["without a wish", 400, () => send(target)],
		["of nobody", 404, () => send({ kind: "author", slug: "nobody", followed: true })],
		["asked for signed out", 401, () => ask(query, false)],
		["asked for without a kind", 400, () => ask("slug=ada")],
		["asked for of nobody", 404, () => ask("kind=topic&slug=nobody")],
	])("%s: %i, in a sentence, and nothing is followed", async (_, status, act) => {
		const answer = await act();
		expect(answer.status).toBe(status);
		expect((await answer.json()).error).toMatch(/^[A-Z].+\.$/);
		expect(await db().follow.count()).toBe(0);
	});
});
