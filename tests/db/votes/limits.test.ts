import { expect, test, vi } from "vitest";
import { GET } from "@/app/api/me/route";
import { POST } from "@/app/api/votes/route";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { keyedHash } from "@/lib/tokens";
import { signInAs } from "../accounts/signing-in";
import { addPaper, countVotes } from "./voters";

const SITE = process.env.APP_URL ?? "";

function send(cookie: string, paper: string, { isForm = false, address = "192.0.2.1" } = {}) {
	const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
	const body = isForm ? `paper=${paper}&upvoted=true` : JSON.stringify({ paper, upvoted: true });
	const headers = { origin: SITE, "content-type": type, cookie, "x-client-address": address };
	return POST(new Request(`${SITE}/api/votes`, { method: "POST", headers, body }));
}

test("who has used up their minute is told to wait, by script and by form, and reads on", async () => {
	const paper = await addPaper("2606.00001");
	const { cookie, userId } = await signInAs("hasty@example.org");
	expect((await send(cookie, paper)).status).toBe(200);
	const expiresAt = new Date(Date.now() + 3_600_000);
	await db().cooldown.update({ where: { key: `vote:minute:${keyedHash(userId)}` }, data: { expiresAt } });
	const answer = await send(cookie, paper);
	expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "1"]);
	expect((await answer.json()).error).toMatch(/^You vote faster than anybody reads.+\.$/);
	const page = await send(cookie, paper, { isForm: true });
	expect([page.status, page.headers.get("retry-after")]).toEqual([429, "1"]);
	expect(page.headers.get("content-type")).toContain("text/html");
	const me = await GET(new Request(`${SITE}/api/me?papers=${paper}`, { headers: { cookie } }));
	expect(await me.json()).toMatchObject({ signedIn: true, upvoted: [paper] });
});

test("a network that has used up its hour is told so, and another is not", async () => {
	const paper = await addPaper("2606.00002");
	const { cookie } = await signInAs("crowded@example.org");
	expect((await send(cookie, paper, { address: "198.51.100.1" })).status).toBe(200);
	await db().cooldown.updateMany({
		where: { key: { startsWith: "vote:network:" } },
		data: { expiresAt: new Date(Date.now() + 3_600_000) },
	});
	const answer = await send(cookie, paper, { address: "198.51.100.1", isForm: true });
	expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "6"]);
	expect(await answer.text()).toMatch(/<p>Very many votes came from your network/);
	expect((await send(cookie, paper, { address: "198.51.100.2" })).status).toBe(200);
});

test("a day's votes used up: told so", async () => {
	const paper = await addPaper("2606.00003");
	const { cookie, userId } = await signInAs("tireless@example.org");
	const expiresAt = new Date(Date.now() + 86_400_000);
	await db().cooldown.create({ data: { key: `vote:day:${keyedHash(userId)}`, expiresAt } });
	const answer = await send(cookie, paper);
	expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "87"]);
	expect(await countVotes(paper)).toEqual({ counter: 0, rows: 0 });
});

test("while the limits can't be asked nobody votes", async () => {
	vi.spyOn(log, "error").mockImplementation(() => undefined);
	const paper = await addPaper("2606.00004");
	const { cookie } = await signInAs("patient@example.org");
	await db().$executeRaw`ALTER TABLE cooldowns RENAME TO cooldowns_gone`;
	try {
		expect((await send(cookie, paper)).status).toBe(503);
		expect(await countVotes(paper)).toEqual({ counter: 0, rows: 0 });
	} finally {
		await db().$executeRaw`ALTER TABLE cooldowns_gone RENAME TO cooldowns`;
	}
});
