import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { listOutbox } from "@/lib/mail/outbox";
import { confirmAction, subscribeAction, unsubscribeAction } from "@/lib/subscribers/actions";
import { subscribe } from "@/lib/subscribers/mutations";
import { signConfirmToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

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
	await db().$executeRaw`TRUNCATE subscribers, cooldowns CASCADE`;
});

test("says the same for a new and a known address, and has sent by then", async () => {
	await db().subscriber.create({ data: { email: "known@example.org", state: "confirmed", confirmedAt: new Date() } });
	const states = [await typed(" New@Example.org"), await typed("known@example.org"), await typed("known@example.org")];
	expect(states.map(({ status, message }) => status + message)).toEqual(Array(3).fill(`sent${states[0]?.message}`));
	expect((await listOutbox(10)).map(({ to }) => to).sort()).toEqual(["known@example.org", "new@example.org"]);
});

test("answers when the mail is out, with the same work for an address in whichever state", async () => {
	const confirmed = { state: "confirmed" as const, confirmedAt: new Date() };
	const unsubscribed = { state: "unsubscribed" as const, unsubscribedAt: new Date() };
	for (const [name, row] of Object.entries({ pending: {}, confirmed, unsubscribed })) {
		await db().subscriber.create({ data: { email: `${name}@example.org`, ...row } });
	}
	const spies = [
		vi.spyOn(db(), "$queryRaw"),
		vi.spyOn(db(), "$executeRaw"),
		vi.spyOn(db().subscriber, "findUniqueOrThrow"),
	];
	const work = new Set<string>();
	for (const name of ["unknown", "pending", "confirmed", "unsubscribed"]) {
		const email = `${name}@example.org`;
		for (const spy of spies) spy.mockClear();
		expect(await typed(email)).toEqual({ status: "sent", message: words.checkInbox, email, isInOutbox: true });
		work.add(spies.map((spy) => spy.mock.calls.length).join());
		expect((await listOutbox(1000)).filter(({ to }) => to === email)).toHaveLength(1);
	}
	expect([...work]).toHaveLength(1);
});

test("says so when the mail can't be sent, and the address may be entered again at once", async () => {
	const { OUTBOX_DIR } = env();
	Object.assign(env(), { OUTBOX_DIR: "/dev/null/nowhere" });
	const refusal = { status: "refused", message: words.notSent, email: "unsent@example.org" };
	expect(await typed("unsent@example.org")).toEqual(refusal);
	Object.assign(env(), { OUTBOX_DIR });
	expect(await typed("unsent@example.org")).toMatchObject({ status: "sent" });
});

test("does not speak of a mail while it is still being sent", async () => {
	await subscribe("slow@example.org", new Date());
	expect(await typed("slow@example.org")).toMatchObject({ status: "refused", message: words.sending });
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
	expect(await confirmAction(unpressed, form({ token }))).toEqual({
		status: "done",
		message: expect.stringContaining("Every day at 06:00 in UTC"),
	});
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
