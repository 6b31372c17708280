import { beforeAll, describe, expect, it, vi } from "vitest";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "@/app/api/votes/route";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { signInAs } from "../accounts/signing-in";
import { addPaper, countVotes } from "./voters";

const SITE = process.env.APP_URL ?? "";
const PAPER = "2412.14093";

let cookie = "";

beforeAll(async () => {
	await addPaper(PAPER, 175);
	cookie = (await signInAs("voter@example.org")).cookie;
});

type Options = { headers?: Record<string, string>; type?: string; signedIn?: boolean };

function post(body: string, { headers = {}, type = "application/json", signedIn = true }: Options = {}) {
	return POST(
		new Request(`${SITE}/api/votes`, {
			method: "POST",
			headers: { origin: SITE, "content-type": type, ...(signedIn && { cookie }), ...headers },
			body,
		}),
	);
}

const vote = (upvoted: boolean, options?: Options) => post(JSON.stringify({ paper: PAPER, upvoted }), options);

function postForm(fields: Record<string, string>, options: Options = {}) {
	return post(new URLSearchParams(fields).toString(), { ...options, type: "application/x-www-form-urlencoded" });
}

describe("JSON", () => {
	it("casts and takes back, and answers with the new counts", async () => {
		const cast = await vote(true);
		expect(cast.status).toBe(200);
		expect(cast.headers.get("cache-control")).toBe("private, no-store");
		expect(await cast.json()).toEqual({ upvoted: true, upvotes: 176, localUpvotes: 1, importedUpvotes: 175 });
		expect(await (await vote(true)).json()).toMatchObject({ upvotes: 176 });
		expect(await (await vote(false)).json()).toEqual({
			upvoted: false,
			upvotes: 175,
			localUpvotes: 0,
			importedUpvotes: 175,
		});
	});

	it("of two votes at once counts one", async () => {
		const answers = await Promise.all([vote(true), vote(true)]);
		expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
		expect(await countVotes((await db().paper.findFirstOrThrow()).id as never)).toEqual({ counter: 1, rows: 1 });
		await vote(false);
	});

	it.each([
		["signed out", 401, () => vote(true, { signedIn: false })],
		["from another site", 403, () => vote(true, { headers: { origin: "https://evil.example" } })],
		["from an opaque origin", 403, () => vote(true, { headers: { origin: "null" } })],
		["not JSON", 400, () => post("{")],
		["without a wish", 400, () => post(JSON.stringify({ paper: PAPER }))],
		["for what is no paper's id", 400, () => post(JSON.stringify({ paper: "<script>", upvoted: true }))],
		["for an unknown paper", 404, () => post(JSON.stringify({ paper: "2412.99999", upvoted: true }))],
		["too long", 413, () => post(JSON.stringify({ paper: PAPER, upvoted: true, padding: "x".repeat(5000) }))],
		["of another type", 415, () => vote(true, { type: "text/plain" })],
	])("%s: %i, with a sentence and no vote", async (_, status, send) => {
		const answer = await send();
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toContain("application/json");
		expect((await answer.json()).error).toMatch(/^[A-Z].+\.$/);
		expect(await db().vote.count()).toBe(0);
	});

	it("without an origin: 403", async () => {
		const headers = { "content-type": "application/json", cookie };
		const request = new Request(`${SITE}/api/votes`, {
			method: "POST",
			headers,
			body: JSON.stringify({ paper: PAPER, upvoted: true }),
		});
		expect((await POST(request)).status).toBe(403);
		expect(await db().vote.count()).toBe(0);
	});

	it("by another method than POST: 405, with a sentence", async () => {
		for (const refuse of [DELETE, GET, OPTIONS, PATCH, PUT]) {
			const answer = refuse();
			expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
			expect(await answer.json()).toEqual({ error: "This address takes POST only." });
		}
	});

	it("that is endless is not read to its end", async () => {
		let sent = 0;
		const body = new ReadableStream({
			pull(controller) {
				sent += 1024;
				controller.enqueue(new Uint8Array(1024));
			},
		});
		const headers = { origin: SITE, "content-type": "application/json", cookie };
		const answer = await POST(
			new Request(`${SITE}/api/votes`, { method: "POST", headers, body, duplex: "half" } as RequestInit),
		);
		expect(answer.status).toBe(413);
		expect(sent).toBeLessThan(16_384);
	});

	it("while the database is down: 503, one line in the log, and no stack", async () => {
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connect ECONNREFUSED 127.0.0.1:5432"));
		const answer = await vote(true);
		expect(answer.status).toBe(503);
		expect(await answer.json()).toEqual({ error: "Your upvote could not be saved. Try again in a minute." });
		expect(lines).toHaveBeenCalledTimes(1);
	});
});

describe("a form", () => {
	const referer = `${SITE}/papers/date/2026-06-08?page=2`;

	it("turns the vote over and leads to its page, and from there back to the paper in the list", async () => {
		const answer = await postForm({ paper: PAPER }, { headers: { referer } });
		expect(answer.status).toBe(303);
		const location = new URL(answer.headers.get("location") ?? "", SITE);
		expect(location.pathname).toBe(`/votes/${PAPER}`);
		expect(location.searchParams.get("next")).toBe(`/papers/date/2026-06-08?page=2#paper-${PAPER}`);
		expect(await db().vote.count()).toBe(1);
		await postForm({ paper: PAPER }, { headers: { referer } });
		expect(await db().vote.count()).toBe(0);
	});

	it("that says what it wants gets it, however often it is sent", async () => {
		for (const upvoted of ["true", "true", "false", "false", "true", "false"]) {
			await postForm({ paper: PAPER, upvoted, next: "/papers" });
			expect(await db().vote.count()).toBe(upvoted === "true" ? 1 : 0);
		}
	});

	it("leads who is signed out to signing in, with the vote and the way back", async () => {
		const answer = await postForm({ paper: PAPER, next: "/papers" }, { signedIn: false });
		expect(answer.status).toBe(303);
		expect(answer.headers.get("location")).toBe(`/sign-in?next=%2Fpapers%23paper-${PAPER}&upvote=${PAPER}`);
		expect(await db().vote.count()).toBe(0);
	});

	it("leads nowhere but to this site", async () => {
		const answer = await postForm({ paper: PAPER, upvoted: "false", next: "https://evil.example/" });
		expect(answer.headers.get("location")).toBe(`/votes/${PAPER}`);
		const foreign = await postForm(
			{ paper: PAPER, upvoted: "false" },
			{ headers: { referer: "https://evil.example/x" } },
		);
		expect(foreign.headers.get("location")).toBe(`/votes/${PAPER}`);
	});

	it.each([
		["from another site", 403, () => postForm({ paper: PAPER }, { headers: { origin: "https://evil.example" } })],
		["without a paper", 400, () => postForm({})],
		["with an unknown paper", 404, () => postForm({ paper: "2412.99999" })],
		["too long", 413, () => postForm({ paper: PAPER, padding: "x".repeat(5000) })],
	])("%s: %i, as a page with a sentence and a way back", async (_, status, send) => {
		const answer = await send();
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toContain("text/html");
		expect(await answer.text()).toMatch(/<p>[A-Z][^<]+\.<\/p><p><a href="\/">Back<\/a>/);
		expect(await db().vote.count()).toBe(0);
	});

	it("can't write markup into the page that refuses it", async () => {
		const evil = { referer: `${SITE}/papers?"><script>alert(1)</script>` };
		const text = await (await postForm({ paper: "2412.99999" }, { headers: evil })).text();
		expect(text).not.toContain("<script");
	});
});
