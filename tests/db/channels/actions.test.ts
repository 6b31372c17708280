import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { setRole } from "@/lib/accounts/roles";
import { channelAction } from "@/lib/channels/actions";
import { listChannels } from "@/lib/channels/queries";
import { runChannels } from "@/lib/channels/run";
import { CHANNEL_DONE, CHANNEL_WORDS } from "@/lib/channels/words";
import { listActs } from "@/lib/curation/queries";
import { db } from "@/lib/db/client";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { signInAs } from "../accounts/signing-in";
import { addEdition } from "../digest/scene";
import { addChannel, clearChannels, SECRET, startChats } from "./scene";

const chats = await startChats();
const SITE = process.env.APP_URL ?? "";
const ADDRESS = "grace@example.org";
const NOW = new Date("2026-06-09T06:00:00Z");

let request = new Headers();
let cookie = "";
let curator = "";

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));

beforeAll(async () => {
	({ cookie } = await signInAs(ADDRESS));
	curator = (await db().user.findFirstOrThrow()).id;
});

beforeEach(async () => {
	await clearChannels();
	chats.reset();
	chats.secret = SECRET;
	request = new Headers({ origin: SITE, host: new URL(SITE).host, cookie });
	await setRole(ADDRESS, "curator");
});

afterAll(() => chats.stop());

const slack = () => ({
	name: " Reading  group ",
	kind: "slack",
	digest: "daily",
	papers: "3",
	url: `${chats.origin}/services/T0001/B0001/fake-token`,
});

function press(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return channelAction({}, form);
}

const theChannel = async () => {
	const [channel] = (await listChannels(curator)) ?? [];
	if (channel === undefined) throw new Error("there is no channel");
	return channel;
};

it("adds, tests, pauses, resumes, changes and removes a channel, and writes each act down", async () => {
	expect(await press({ act: "add_channel", ...slack() })).toEqual({ done: CHANNEL_DONE.add_channel });
	const { id, name, place } = await theChannel();
	expect([name, place]).toEqual(["Reading group", expect.not.stringContaining("fake-token")]);
	expect(await press({ act: "test_channel", id })).toEqual({ done: "The test has arrived at “Reading group”." });
	expect(chats.taken).toHaveLength(1);
	expect(await press({ act: "pause_channel", id })).toEqual({ done: CHANNEL_DONE.pause_channel });
	await addEdition(parseUtcDate("2026-06-08") as UtcDate);
	expect((await runChannels({ now: NOW })).planned).toBe(0);
	expect(await press({ act: "resume_channel", id })).toEqual({ done: CHANNEL_DONE.resume_channel });
	expect(await press({ act: "change_channel", id, ...slack(), papers: "1", url: "" })).toEqual({
		done: CHANNEL_DONE.change_channel,
	});
	expect((await runChannels({ now: NOW })).submitted).toBe(1);
	expect(chats.taken[1]?.body).toMatchObject({ blocks: { length: 3 } });
	expect((await theChannel()).posts).toMatchObject([{ state: "submitted", date: "2026-06-08", mayRepost: false }]);
	expect(await press({ act: "remove_channel", id })).toEqual({ done: CHANNEL_DONE.remove_channel });
	expect(await listChannels(curator)).toEqual([]);
	const acts = (await listActs(curator)) ?? [];
	expect(acts.map(({ sentence }) => sentence)).toEqual(
		["removed the", "changed the", "resumed the", "paused the", "sent a test to the", "added the"].map(
			(did) => `${did} channel Reading group`,
		),
	);
	expect(JSON.stringify(await db().auditAct.findMany({ select: { detail: true } }))).not.toContain("fake-token");
});

it("gives a webhook a secret, which is shown once and signs what is sent", async () => {
	const { secret = "" } = await press({ act: "add_channel", ...slack(), kind: "webhook", url: `${chats.origin}/hook` });
	expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
	chats.secret = secret;
	const { id } = await theChannel();
	expect(await press({ act: "test_channel", id })).toEqual({ done: expect.stringContaining("has arrived") });
	expect(JSON.stringify(await listChannels(curator))).not.toContain(secret);
});

it("has what was not posted for sure posted again, the last one alone", async () => {
	const id = await addChannel("slack", chats);
	await addEdition(parseUtcDate("2026-06-08") as UtcDate);
	chats.faults.push({ kind: "drop" });
	expect((await runChannels({ now: NOW })).unknown).toBe(1);
	const post = (await theChannel()).posts[0]?.id ?? "";
	expect(await press({ act: "repost_channel", id: post })).toEqual({ done: CHANNEL_DONE.repost_channel });
	expect((await runChannels({ now: new Date() })).submitted).toBe(1);
	expect(await press({ act: "repost_channel", id: post })).toMatchObject({ problem: CHANNEL_WORDS["not-repostable"] });
	expect(await press({ act: "test_channel", id })).toHaveProperty("done");
});

it("says what a test met", async () => {
	const id = await addChannel("discord", chats, { url: `${chats.origin}/api/webhooks/1/unknown` });
	expect(await press({ act: "test_channel", id })).toMatchObject({
		problem: "“Our discord” does not take the test: answered 404 (code 10015).",
	});
});

it("says what is wrong with what was typed, and keeps it", async () => {
	const typed = { act: "add_channel", ...slack(), url: "https://example.org/elsewhere" };
	const { act: _, ...kept } = typed;
	expect(await press(typed)).toEqual({ problem: CHANNEL_WORDS["not-slack"], typed: kept });
	expect(await press({ ...typed, papers: "0" })).toMatchObject({
		problem: CHANNEL_WORDS["no-form"],
		typed: { papers: "0" },
	});
	expect(await db().channel.count()).toBe(0);
});

it("does nothing for who is signed out, a reader, or on another site", async () => {
	const refusal = async (reason: keyof typeof CHANNEL_WORDS) =>
		expect(await press({ act: "add_channel", ...slack() })).toMatchObject({ problem: CHANNEL_WORDS[reason] });
	request.set("origin", "https://example.com");
	await refusal("foreign-form");
	request.set("origin", SITE);
	await setRole(ADDRESS, "reader");
	await refusal("not-a-curator");
	expect(await listChannels(curator)).toBeUndefined();
	request.delete("cookie");
	await refusal("not-a-curator");
	expect(await db().channel.count()).toBe(0);
});
