import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getSaves, POST as postSave } from "@/app/api/saves/route";
import { POST as postSeen } from "@/app/api/seen/route";
import { GET as getExport } from "@/app/library/export/[format]/route";
import { GET as getFeed } from "@/app/library/feed/[token]/route";
import { db } from "@/lib/db/client";
import { createList, putOnList } from "@/lib/library/lists";
import { setSaved } from "@/lib/library/mutations";
import { makeFeedToken, revokeFeed } from "@/lib/library/private-feed";
import { listSavedIds } from "@/lib/library/queries";
import { chooseSeenMode } from "@/lib/library/seen";
import { log } from "@/lib/log";
import type { PaperId } from "@/lib/papers/ids";
import { signInAs } from "../accounts/signing-in";
import { addUsers } from "../votes/voters";
import { addListedPapers, saveInTurn } from "./scene";

const SITE = process.env.APP_URL ?? "";
const PAPER = "2412.14093" as PaperId;

let cookie = "";
let userId = "";

beforeAll(async () => {
	await addListedPapers(PAPER, "hep-th/9901001");
	({ cookie, userId } = await signInAs("reader@example.org"));
});

type Options = { headers?: Record<string, string>; type?: string; signedIn?: boolean };

function request(path: string, body: string, { headers = {}, type = "application/json", signedIn = true }: Options) {
	return new Request(`${SITE}${path}`, {
		method: "POST",
		headers: { origin: SITE, "content-type": type, ...(signedIn && { cookie }), ...headers },
		body,
	});
}

const save = (saved: boolean, options: Options = {}) =>
	postSave(request("/api/saves", JSON.stringify({ paper: PAPER, saved }), options));

function saveByForm(fields: Record<string, string>, options: Options = {}) {
	const body = new URLSearchParams(fields).toString();
	return postSave(request("/api/saves", body, { ...options, type: "application/x-www-form-urlencoded" }));
}

describe("/api/saves, from a script", () => {
	it("saves and takes out, and answers this browser alone", async () => {
		const answer = await save(true);
		expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
		expect(await answer.json()).toEqual({ saved: true });
		expect(await listSavedIds(userId, 10)).toEqual([PAPER]);
		expect(await (await save(false)).json()).toEqual({ saved: false });
		expect(await listSavedIds(userId, 10)).toEqual([]);
	});

	it.each([
		["signed out", 401, () => save(true, { signedIn: false })],
		["from another site", 403, () => save(true, { headers: { origin: "https://evil.example" } })],
		["from an opaque origin", 403, () => save(true, { headers: { origin: "null" } })],
		["that is no JSON", 400, () => postSave(request("/api/saves", "{", {}))],
		["of what is no paper", 400, () => postSave(request("/api/saves", '{"paper":"<script>","saved":true}', {}))],
		["of an unknown paper", 404, () => postSave(request("/api/saves", '{"paper":"2412.99999","saved":true}', {}))],
		["that is endless", 413, () => postSave(request("/api/saves", " ".repeat(5000), {}))],
		["of another type", 415, () => save(true, { type: "text/plain" })],
	])("%s: %i, in a sentence, and nothing is saved", async (_, status, send) => {
		const answer = await send();
		expect(answer.status).toBe(status);
		expect((await answer.json()).error).toMatch(/^[A-Z].+\.$/);
		expect(await db().save.count()).toBe(0);
	});

	it("takes POST only, and says so", async () => {
		const answer = getSaves();
		expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
	});

	it("while the database is down: 503, and one line in the log", async () => {
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$transaction").mockRejectedValue(new Error("connect ECONNREFUSED"));
		expect((await save(true)).status).toBe(503);
		expect(lines).toHaveBeenCalledTimes(1);
	});
});

describe("/api/saves, from a form", () => {
	const referer = `${SITE}/papers/date/2026-06-08`;
	const place = `/library/papers/${PAPER}?next=${encodeURIComponent(`/papers/date/2026-06-08#paper-${PAPER}`)}`;

	it("turns it over and leads to where it can be seen, and from there back", async () => {
		for (const saved of [true, false]) {
			const answer = await saveByForm({ paper: PAPER }, { headers: { referer } });
			expect([answer.status, answer.headers.get("location")]).toEqual([303, place]);
			expect(await listSavedIds(userId, 10)).toEqual(saved ? [PAPER] : []);
		}
	});

	it("leads who is not signed in to sign in, and to the paper's button after", async () => {
		const answer = await saveByForm({ paper: PAPER }, { headers: { referer }, signedIn: false });
		expect(answer.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(place).replaceAll("%20", "+")}`);
		expect(await db().save.count()).toBe(0);
	});

	it("never leads to another site, and tells a refusal as a page", async () => {
		const answer = await saveByForm({ paper: PAPER, saved: "false", next: "//evil.example" });
		expect(answer.headers.get("location")).toBe(`/library/papers/${PAPER}`);
		const foreign = await saveByForm({ paper: PAPER }, { headers: { origin: "https://evil.example" } });
		expect(foreign.status).toBe(403);
		expect(foreign.headers.get("content-type")).toContain("text/html");
	});
});

describe("/api/seen", () => {
	const see = (papers: unknown, options: Options = {}) =>
		postSeen(request("/api/seen", JSON.stringify({ papers }), options));
	const count = () => db().seenPaper.count({ where: { userId } });

	it("keeps nothing while it is off, and what is sent while it is on", async () => {
		expect((await see([PAPER])).status).toBe(204);
		expect(await count()).toBe(0);
		await chooseSeenMode(userId, "dim", false);
		expect((await see([PAPER])).status).toBe(204);
		expect(await count()).toBe(1);
		await chooseSeenMode(userId, "off", true);
	});

	it.each([
		["nothing", 400, () => see([])],
		["more than 100", 400, () => see(Array(101).fill(PAPER))],
		["no ids", 400, () => see(["<script>"])],
		["from another site", 403, () => see([PAPER], { headers: { origin: "https://evil.example" } })],
		["signed out", 401, () => see([PAPER], { signedIn: false })],
		["as a form", 415, () => see([PAPER], { type: "application/x-www-form-urlencoded" })],
	])("%s: %i", async (_, status, send) => {
		expect((await send()).status).toBe(status);
	});
});

describe("the private feed", () => {
	const read = (token: string, headers: Record<string, string> = {}) =>
		getFeed(new Request(`${SITE}/library/feed/${token}`, { headers }), { params: Promise.resolve({ token }) });

	it("is for who knows its address, holds what was saved last, and goes no further", async () => {
		const [owner = ""] = await addUsers(1);
		await saveInTurn(owner, [PAPER, "hep-th/9901001" as PaperId]);
		const token = await makeFeedToken(owner);
		const answer = await read(token);
		expect(answer.status).toBe(200);
		expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		const text = await answer.text();
		expect([...text.matchAll(/<title type="html"><!\[CDATA\[(Title of [^\]]+)/g)].map((match) => match[1])).toEqual([
			"Title of hep-th/9901001",
			`Title of ${PAPER}`,
		]);
		expect((await read(token, { "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(304);
	});

	it("has one address at a time, of which only a hash is kept, and none once it is void", async () => {
		const [owner = ""] = await addUsers(1);
		const old = await makeFeedToken(owner);
		const token = await makeFeedToken(owner);
		expect(token).toMatch(/^[\w-]{43}$/);
		expect(JSON.stringify(await db().libraryFeed.findMany())).not.toContain(token);
		expect((await read(old)).status).toBe(404);
		expect((await read(token)).status).toBe(200);
		await revokeFeed(owner);
		expect((await read(token)).status).toBe(404);
	});

	it("is not there at any other address, or once the account is deleted", async () => {
		const [owner = ""] = await addUsers(1);
		const token = await makeFeedToken(owner);
		await db().user.delete({ where: { id: owner } });
		for (const other of [token, "x", "", "a".repeat(43), "../settings"]) expect((await read(other)).status).toBe(404);
	});

	it("that can't be read leaves no trace of its address in the log", async () => {
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db().libraryFeed, "findUnique").mockRejectedValue(new Error("connect ECONNREFUSED"));
		const token = "a".repeat(43);
		expect((await read(token)).status).toBe(503);
		expect(JSON.stringify(lines.mock.calls)).not.toContain(token);
	});
});

describe("an export", () => {
	const read = (format: string, query = "", signedIn = true) =>
		getExport(new Request(`${SITE}/library/export/${format}${query}`, { headers: signedIn ? { cookie } : {} }), {
			params: Promise.resolve({ format }),
		});

	it.each([
		["bib", `@misc{`],
		["ris", "TY  - "],
		["csv", `${PAPER},Title of ${PAPER}`],
		["json", `"id":"${PAPER}"`],
	])("as %s holds the library, as a file of this browser's alone", async (format, part) => {
		await setSaved(userId, PAPER, true);
		const answer = await read(format);
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="broadsheet-library.${format}"`);
		expect(await answer.text()).toContain(part);
	});

	it("of a list holds that list, and of another's list there is none", async () => {
		const [other = ""] = await addUsers(1);
		const [mine, theirs] = [await createList(userId, "Mine"), await createList(other, "Theirs")];
		if (!mine.ok || !theirs.ok) throw new Error("the lists were not made");
		await putOnList(userId, mine.value.id, ["hep-th/9901001" as PaperId]);
		const answer = await read("json", `?list=${mine.value.id}`);
		expect((await answer.json()).map(({ id }: { id: string }) => id)).toEqual(["hep-th/9901001"]);
		expect((await read("json", `?list=${theirs.value.id}`)).status).toBe(404);
		expect((await read("json", "?list=x")).status).toBe(404);
		expect((await read("pdf")).status).toBe(404);
	});

	it("is for who is signed in", async () => {
		const answer = await read("bib", "", false);
		expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?next=%2Flibrary"]);
	});
});
