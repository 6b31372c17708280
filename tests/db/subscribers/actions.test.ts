import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { listOutbox } from "@/lib/mail/outbox";
import { confirmAction, subscribeAction, unsubscribeAction } from "@/lib/subscribers/actions";
import { signConfirmToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";

const request = vi.hoisted(() => ({ headers: new Headers(), afterwards: [] as (() => Promise<void>)[] }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/server", () => ({ after: (task: () => Promise<void>) => void request.afterwards.push(task) }));

const empty = { status: "empty" as const, message: "", email: "" };
const unpressed = { status: "unpressed" as const, message: "" };
const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};
const typed = (email: string) => subscribeAction(empty, form({ email }));

beforeEach(async () => {
	request.headers = new Headers({ origin: "http://127.0.0.1:4200", host: "127.0.0.1:4200" });
	request.afterwards.length = 0;
	await db().$executeRaw`TRUNCATE subscribers, cooldowns CASCADE`;
});

test("says the same for a new and a known address, and sends after the answer", async () => {
	await db().subscriber.create({ data: { email: "known@example.org", state: "confirmed", confirmedAt: new Date() } });
	const states = [await typed(" New@Example.org"), await typed("known@example.org"), await typed("known@example.org")];
	expect(states.map(({ status, message }) => status + message)).toEqual(Array(3).fill(`sent${states[0]?.message}`));
	expect(await listOutbox(10)).toEqual([]);
	for (const task of request.afterwards) await task();
	expect((await listOutbox(10)).map(({ to }) => to).sort()).toEqual(["known@example.org", "new@example.org"]);
});

test("keeps what was typed when it can't be taken", async () => {
	expect(await typed("reader at example")).toEqual({
		status: "refused",
		message: "Enter an email address such as you@lab.org.",
		email: "reader at example",
	});
});

test.each([undefined, "null", "https://evil.example"])("refuses the origin %s", async (origin) => {
	request.headers = new Headers({ host: "127.0.0.1:4200", ...(origin && { origin }) });
	expect(await typed("reader@example.org")).toMatchObject({ status: "refused", email: "reader@example.org" });
	const { id } = await db().subscriber.create({ data: { email: "reader@example.org" } });
	const token = await signConfirmToken({ subscriberId: id, issuedAt: new Date() });
	expect(await confirmAction(unpressed, form({ token }))).toMatchObject({ status: "refused" });
	expect(await unsubscribeAction(unpressed, form({ token: await signUnsubscribeToken(id) }))).toMatchObject({
		status: "refused",
	});
	expect(await db().subscriber.findMany({ select: { state: true } })).toEqual([{ state: "pending" }]);
});

test("the buttons of mailed links confirm and unsubscribe", async () => {
	const { id } = await db().subscriber.create({ data: { email: "reader@example.org" } });
	const stateNow = async () => (await db().subscriber.findUniqueOrThrow({ where: { id } })).state;
	const token = await signConfirmToken({ subscriberId: id, issuedAt: new Date() });
	expect(await confirmAction(unpressed, form({ token }))).toMatchObject({ status: "done" });
	expect(await stateNow()).toBe("confirmed");
	expect(await unsubscribeAction(unpressed, form({ token: await signUnsubscribeToken(id) }))).toMatchObject({
		status: "done",
	});
	expect(await stateNow()).toBe("unsubscribed");
	expect(await confirmAction(unpressed, form({}))).toMatchObject({ status: "refused" });
});

test("a database that is away is told in words, and the address stays", async () => {
	vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connect ECONNREFUSED"));
	expect(await typed("reader@example.org")).toEqual({
		status: "refused",
		message: "This could not be saved. Please try again in a minute.",
		email: "reader@example.org",
	});
});
