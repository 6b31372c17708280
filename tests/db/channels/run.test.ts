import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runChannels } from "@/lib/channels/run";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { addEdition } from "../digest/scene";
import { addChannel, clearChannels, listPosts, SECRET, startChats } from "./scene";

const chats = await startChats();
chats.secret = SECRET;

const OTHER_SECRET = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;

const DAY = parseUtcDate("2026-06-08") as UtcDate;
const at = (time: string) => new Date(`2026-06-09T${time}:00Z`);
const run = (time: string) => runChannels({ now: at(time) });
const nothing = { planned: 0, submitted: 0, rejected: 0, skipped: 0, unknown: 0, waiting: 0 };

beforeEach(async () => {
	await clearChannels();
	chats.reset();
	await addEdition(DAY);
});

afterAll(() => chats.stop());

it("posts each digest once to each channel, as many papers as each wants", async () => {
	await addChannel("slack", chats, { papers: 3 });
	await addChannel("discord", chats);
	await addChannel("webhook", chats, { papers: 25 });
	expect(await run("05:59")).toEqual(nothing);
	expect(await run("06:00")).toEqual({ ...nothing, planned: 3, submitted: 3 });
	expect(await run("06:01")).toEqual(nothing);
	expect(chats.taken).toHaveLength(3);
	const of = (path: string) => chats.taken.find((message) => message.path.startsWith(path))?.body;
	expect(of("/services")).toMatchObject({ blocks: { length: 5 } });
	expect(of("/api")).toMatchObject({ embeds: { length: 5 } });
	expect(of("/hook")).toMatchObject({ type: "digest.daily", data: { date: DAY, papers: { length: 12 } } });
});

it("several at once post once", async () => {
	for (const kind of ["slack", "discord", "webhook"] as const) await addChannel(kind, chats);
	const runs = await Promise.all(Array.from({ length: 6 }, () => run("06:00")));
	expect(runs.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(3);
	expect(chats.requests).toHaveLength(3);
});

it("posts a week's on its Monday, and nothing while a curator has stopped the digests", async () => {
	await addChannel("slack", chats, { digest: "weekly" });
	const monday = new Date("2026-06-15T06:00:00Z");
	await db().digestStop.create({ data: { stoppedAt: monday } });
	expect(await runChannels({ now: monday })).toEqual(nothing);
	await db().digestStop.deleteMany();
	expect(await run("06:00")).toEqual(nothing);
	expect(await runChannels({ now: monday })).toEqual({ ...nothing, planned: 1, submitted: 1 });
	expect(JSON.stringify(chats.taken[0]?.body)).toContain("/digests/weekly/2026-06-08");
});

describe("what does not take it", () => {
	it("now is asked again when it says, with the same bytes and id", async () => {
		await addChannel("webhook", chats);
		chats.faults.push({ kind: "answer", status: 429, headers: { "retry-after": "90" } });
		expect(await run("06:00")).toEqual({ ...nothing, planned: 1, waiting: 1 });
		expect(await run("06:01")).toEqual({ ...nothing, waiting: 1 });
		await db().paper.updateMany({ data: { title: "Changed since" } });
		expect(await run("06:02")).toEqual({ ...nothing, submitted: 1 });
		const [first, second] = chats.requests;
		expect(second).toEqual(first);
	});

	it("at all is rejected, and said why; where nobody is any more, the channel is paused", async () => {
		await addChannel("slack", chats, { url: `${chats.origin}/services/T/B/unknown` });
		await addChannel("discord", chats, { url: `${chats.origin}/api/webhooks/1/unknown` });
		await addChannel("webhook", chats);
		chats.secret = OTHER_SECRET;
		expect(await run("06:00")).toEqual({ ...nothing, planned: 3, rejected: 3 });
		chats.secret = SECRET;
		expect(await listPosts()).toEqual([
			["Our discord", "rejected", "answered 404 (code 10015)"],
			["Our slack", "rejected", "answered 404 no_service"],
			["Our webhook", "rejected", "answered 401"],
		]);
		const paused = await db().channel.findMany({ where: { pausedFor: { not: null } }, orderBy: { name: "asc" } });
		expect(paused.map(({ name, pausedFor }) => [name, pausedFor])).toEqual([
			["Our discord", "answered 404 (code 10015)"],
			["Our slack", "answered 404 no_service"],
		]);
	});

	it("within a day is given up", async () => {
		await addChannel("webhook", chats);
		chats.faults.push(...Array.from({ length: 40 }, () => ({ kind: "answer", status: 500 }) as const));
		for (let hour = 0; hour < 24; hour += 1)
			await runChannels({ now: new Date(at("06:00").getTime() + hour * 3_600_000) });
		expect(await listPosts()).toEqual([["Our webhook", "planned", "answered 500"]]);
		await runChannels({ now: new Date("2026-06-10T06:00:00Z") });
		expect(await listPosts()).toEqual([["Our webhook", "rejected", "given up: answered 500"]]);
	});
});

describe("an answer that is lost", () => {
	it("leaves a chat in doubt, which is never posted again by guess", async () => {
		await addChannel("slack", chats);
		chats.faults.push({ kind: "take-and-drop" });
		expect(await run("06:00")).toEqual({ ...nothing, planned: 1, unknown: 1 });
		await run("07:00");
		expect(chats.requests).toHaveLength(1);
		expect(await listPosts()).toEqual([["Our slack", "unknown", "the connection broke off"]]);
	});

	it("has a program get it again under its id, which it knows", async () => {
		await addChannel("webhook", chats);
		chats.faults.push({ kind: "take-and-drop" });
		expect(await run("06:00")).toEqual({ ...nothing, planned: 1, waiting: 1 });
		expect(await run("06:05")).toEqual({ ...nothing, submitted: 1 });
		expect(chats.requests).toHaveLength(2);
		expect(chats.taken).toHaveLength(1);
	});

	it("by a process that died is as in doubt", async () => {
		await addChannel("slack", chats);
		await addChannel("webhook", chats);
		chats.faults.push({ kind: "answer", status: 500 }, { kind: "answer", status: 500 });
		await run("06:00");
		await db().$executeRaw`UPDATE channel_posts SET in_doubt = true, leased_until = now() - interval '1 second'`;
		chats.reset();
		expect(await run("07:00")).toEqual({ ...nothing, submitted: 1, unknown: 1 });
		expect(chats.requests.map(({ path }) => path)).toEqual(["/hook"]);
	});
});

it("nothing that is secret is written down or logged", async () => {
	const said: unknown[] = [];
	const warn = vi.spyOn(log, "warn").mockImplementation((...words) => void said.push(words));
	await addChannel("slack", chats, { url: `${chats.origin}/services/T/B/very-secret` });
	await addChannel("webhook", chats, { url: `${chats.origin}/very-secret` });
	await run("06:00");
	const reasons = await db().channelPost.findMany({ select: { reason: true, state: true } });
	expect(said).toHaveLength(2);
	expect(JSON.stringify([said, reasons])).not.toMatch(/very-secret|whsec/);
	warn.mockRestore();
});
