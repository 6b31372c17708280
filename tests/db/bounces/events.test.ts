import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/resend/route";
import { db } from "@/lib/db/client";
import { confirm, subscribe } from "@/lib/subscribers/mutations";
import { signConfirmToken, signUnsubscribeToken } from "@/lib/subscribers/tokens";
import { resendEvent, signedRequest, webhookSecret } from "@/tests/fakes/resend-events";
import { addDelivery, CONFIRMED_AT, clear, findSubscriber, hoursOn, submit } from "./scene";

process.env.RESEND_WEBHOOK_SECRET = webhookSecret;

beforeEach(clear);

/** Has Resend tell something. Gives what it is answered. */
async function tell(type: string, options: Parameters<typeof resendEvent>[1] = {}, id?: string): Promise<unknown> {
	const event = resendEvent(type, { at: hoursOn(1), ...options });
	const response = await POST(signedRequest(JSON.stringify(event), id === undefined ? {} : { id }));
	return (await response.json()).outcome;
}

const ledger = async () => {
	const { eventState, eventAt } = await db().delivery.findFirstOrThrow();
	return [eventState, eventAt];
};

/** Fulfilled once a transaction of this database waits for another. */
const someoneWaits = () =>
	vi.waitUntil(async () => {
		const rows = await db().$queryRaw<unknown[]>`
			SELECT FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()`;
		return rows.length > 0;
	});

describe("the ledger", () => {
	test.each([
		["email.delivered", undefined, "delivered"],
		["email.bounced", "Permanent", "bounced"],
		["email.bounced", "Transient", "soft_bounced"],
		["email.bounced", "Undetermined", "soft_bounced"],
		["email.failed", undefined, "soft_bounced"],
		["email.suppressed", undefined, "bounced"],
		["email.complained", undefined, "complained"],
	])("has of %s (%s) that the mail is %s, and when", async (type, bounce, state) => {
		await addDelivery();
		expect(await tell(type, bounce === undefined ? {} : { bounce })).toBe("recorded");
		expect(await ledger()).toEqual([state, hoursOn(1)]);
	});

	test("has a repetition once, also when both come at once", async () => {
		await addDelivery();
		const both = await Promise.all([tell("email.delivered", {}, "msg_1"), tell("email.delivered", {}, "msg_1")]);
		expect(both.sort()).toEqual(["known", "recorded"]);
		expect(await tell("email.bounced", { bounce: "Permanent" }, "msg_1")).toBe("known");
		expect(await ledger()).toEqual(["delivered", hoursOn(1)]);
		expect((await findSubscriber()).state).toBe("confirmed");
	});

	test("learns what came before we had written down that the mail was submitted", async () => {
		const id = await addDelivery({ isSubmitted: false });
		await tell("email.delivered", { at: hoursOn(1) });
		await tell("email.complained", { at: hoursOn(2) });
		expect(await ledger()).toEqual([null, null]);
		await submit(id);
		expect(await ledger()).toEqual(["complained", hoursOn(2)]);
	});

	test("learns what comes while it is being written down that the mail was submitted", async () => {
		const id = await addDelivery({ isSubmitted: false });
		let told: Promise<unknown> | undefined;
		await db().$transaction(async (tx) => {
			await submit(id, tx);
			told = tell("email.delivered");
			await Promise.race([told, someoneWaits()]);
		});
		await told;
		expect(await ledger()).toEqual(["delivered", hoursOn(1)]);
	});

	test("learns what is being recorded while the mail comes to be submitted", async () => {
		const id = await addDelivery({ isSubmitted: false });
		let submitted: Promise<void> | undefined;
		await db().$transaction(async (tx) => {
			await tx.$executeRaw`SELECT lock_provider_id('provider-1')`;
			submitted = submit(id);
			await Promise.race([submitted, someoneWaits()]);
			const data = { id: "msg_1", providerId: "provider-1", state: "delivered" as const, at: hoursOn(1) };
			await tx.mailEvent.create({ data });
		});
		await submitted;
		expect(await ledger()).toEqual(["delivered", hoursOn(1)]);
	});

	test("forgets events after a month", async () => {
		await tell("email.delivered", {}, "msg_1");
		await db().mailEvent.updateMany({ data: { receivedAt: new Date(Date.now() - 31 * 86_400_000) } });
		await tell("email.delivered", {}, "msg_2");
		expect((await db().mailEvent.findMany()).map(({ id }) => id)).toEqual(["msg_2"]);
	});
});

describe("a subscription", () => {
	test.each([
		["email.bounced", "bounced"],
		["email.complained", "complained"],
		["email.suppressed", "bounced"],
	])("ends by %s, also where the address comes in capitals", async (type, why) => {
		await addDelivery();
		await tell(type, { email: " Reader1@Example.org ", bounce: "Permanent" });
		const expected = { state: "unsubscribed", suppressedFor: why, unsubscribedAt: hoursOn(1) };
		expect(await findSubscriber()).toMatchObject(expected);
	});

	test.each([
		["email.bounced", "Transient"],
		["email.failed", undefined],
		["email.delivered", undefined],
		["email.delivery_delayed", undefined],
		["email.opened", undefined],
		["contact.created", undefined],
	])("goes on after %s (%s)", async (type, bounce) => {
		await addDelivery();
		await tell(type, bounce === undefined ? {} : { bounce });
		expect(await findSubscriber()).toMatchObject({ state: "confirmed", suppressedFor: null });
	});

	test("of nobody is nothing to end", async () => {
		await addDelivery();
		expect(await tell("email.complained", { email: "nobody@example.org", providerId: "another" })).toBe("recorded");
		expect(await findSubscriber()).toMatchObject({ state: "confirmed" });
		expect(await db().subscriber.count()).toBe(1);
		expect(JSON.stringify(await db().mailEvent.findMany())).not.toContain("@");
	});

	test("that was only wished for ends as well: its link is void, a later one is not", async () => {
		await subscribe("reader1@example.org", hoursOn(0));
		const { id } = await findSubscriber();
		await tell("email.bounced", { bounce: "Permanent", at: hoursOn(1) });
		const early = await signConfirmToken({ subscriberId: id, issuedAt: hoursOn(0) });
		expect(await confirm(early, hoursOn(2))).toEqual({ ok: false, reason: "outdated" });
		const later = await signConfirmToken({ subscriberId: id, issuedAt: hoursOn(2) });
		expect((await confirm(later, hoursOn(3))).ok).toBe(true);
		expect(await findSubscriber()).toMatchObject({ state: "confirmed", suppressedFor: null });
	});

	test("that was begun anew is not ended by what happened before", async () => {
		await addDelivery();
		await db().subscriber.updateMany({ data: { confirmedAt: hoursOn(5) } });
		await tell("email.complained", { at: hoursOn(4) });
		expect(await findSubscriber()).toMatchObject({ state: "confirmed", suppressedFor: null });
		expect(await ledger()).toEqual(["complained", hoursOn(4)]);
	});
});

test("mails about replies stop with a bounce", async () => {
	await db().user.create({ data: { id: "ada", name: "Ada", email: "reader1@example.org", replyMails: true } });
	await tell("email.bounced", { bounce: "Transient" });
	expect((await db().user.findFirstOrThrow()).replyMails).toBe(true);
	await tell("email.bounced", { bounce: "Permanent" });
	expect((await db().user.findFirstOrThrow()).replyMails).toBe(false);
});

test("in whichever order events come, and however often, they end in the same", { timeout: 120_000 }, async () => {
	const one = fc.record({
		type: fc.constantFrom("email.delivered", "email.bounced", "email.complained", "email.suppressed"),
		bounce: fc.constantFrom("Permanent", "Transient"),
		// Before and after the subscription was confirmed.
		at: fc.integer({ min: -3, max: 3 }).map(hoursOn),
	});
	const events = fc
		.array(one, { minLength: 1, maxLength: 5 })
		.map((all) => all.map((event, index) => ({ event, id: `msg_${index}` })));
	const orders = events.chain((all) =>
		fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
	);
	type Told = { event: { type: string; bounce: string; at: Date }; id: string };
	const end = async (all: Told[], writtenDownAfter: number) => {
		await clear();
		const id = await addDelivery({ isSubmitted: false });
		for (const [index, { event, id: eventId }] of all.entries()) {
			if (index === writtenDownAfter) await submit(id);
			await tell(event.type, event, eventId);
		}
		if (writtenDownAfter >= all.length) await submit(id);
		const { state, suppressedFor, unsubscribedAt } = await findSubscriber();
		return [await ledger(), state, suppressedFor, unsubscribedAt];
	};
	await fc.assert(
		fc.asyncProperty(orders, fc.nat(10), async ([inOrder, shuffled], writtenDownAfter) => {
			expect(await end(shuffled, writtenDownAfter)).toEqual(await end(inOrder, 0));
		}),
		{ numRuns: 40 },
	);
});

describe("a mail that asks to end a subscription", () => {
	const unsubscribing = async (subject: (token: string) => string) => {
		await addDelivery();
		const token = await signUnsubscribeToken((await findSubscriber()).id);
		return tell("email.received", { email: "leave@example.org", subject: subject(token) });
	};

	test.each([
		["as mail programs send it", (token: string) => `unsubscribe ${token}`],
		["as a person answers it", (token: string) => `Re: Unsubscribe  ${token}`],
	])("ends it, %s", async (_what, subject) => {
		expect(await unsubscribing(subject)).toBe("unsubscribed");
		expect(await findSubscriber()).toMatchObject({ state: "unsubscribed", suppressedFor: null });
	});

	test.each([
		["without a token", () => "unsubscribe me please"],
		["with a token that is not ours", () => "unsubscribe a.b.c"],
		["about something else", (token: string) => token],
	])("ends nothing %s", async (_what, subject) => {
		expect(await unsubscribing(subject)).toBe("ignored");
		expect(await findSubscriber()).toMatchObject({ state: "confirmed" });
	});
});

test("the day on which somebody confirmed decides, not when we hear of it", async () => {
	await addDelivery();
	expect((await findSubscriber()).confirmedAt).toEqual(CONFIRMED_AT);
	await tell("email.bounced", { bounce: "Permanent", at: new Date(CONFIRMED_AT.getTime() - 1) });
	expect((await findSubscriber()).state).toBe("confirmed");
});
