import { afterAll, beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/webhooks/resend/route";
import { requestSignIn } from "@/lib/accounts/mutations";
import { db } from "@/lib/db/client";
import { runDigest } from "@/lib/digest/run";
import { moveSubscription } from "@/lib/subscribers/address";
import { sendRequestedMail } from "@/lib/subscribers/mails";
import { confirm, subscribe } from "@/lib/subscribers/mutations";
import { parseUtcDate, type UtcDate } from "@/lib/time";
import { resendEvent, signedRequest, webhookSecret } from "@/tests/fakes/resend-events";
import { addEdition, addSubscribers, clear, startResend } from "../digest/scene";

const resend = await startResend();
process.env.RESEND_WEBHOOK_SECRET = webhookSecret;
const edition = parseUtcDate("2026-06-08") as UtcDate;
const now = new Date("2026-06-09T06:00:00Z");
const nextDay = new Date("2026-06-10T06:00:00Z");
const bounced = "reader2@example.org";

beforeEach(async () => {
	resend.reset();
	await clear();
	await addEdition(edition);
});

afterAll(() => resend.stop());

async function tellBounce(email: string, providerId = "another") {
	const event = resendEvent("email.bounced", { email, providerId, bounce: "Permanent" });
	expect((await POST(signedRequest(JSON.stringify(event)))).status).toBe(200);
}

const lastMailTo = (email: string) => resend.accepted.filter(({ to }) => to === email).at(-1);

test("a mail that bounces is marked in the ledger, and no other goes to its address", async () => {
	await addSubscribers(3);
	await runDigest({ now });
	await tellBounce(bounced, lastMailTo(bounced)?.id);
	const marked = await db().delivery.findMany({ where: { eventState: "bounced" }, include: { subscriber: true } });
	expect(marked.map(({ subscriber }) => subscriber.email)).toEqual([bounced]);
	await addEdition(parseUtcDate("2026-06-09") as UtcDate);
	expect(await runDigest({ now: nextDay })).toMatchObject({ planned: 2, submitted: 2 });
});

test("who bounces while their mail waits is skipped", async () => {
	await addSubscribers(3);
	await runDigest({ now, limit: 1 });
	const [first] = resend.accepted.map(({ to }) => to);
	const another = first === bounced ? "reader1@example.org" : bounced;
	await tellBounce(another);
	expect(await runDigest({ now })).toMatchObject({ submitted: 1, skipped: 1, waiting: 0 });
	expect(lastMailTo(another)).toBeUndefined();
});

test("what its owner asks for still goes to the address: to sign in, and to confirm, which begins anew", async () => {
	await addSubscribers(2);
	await tellBounce(bounced);
	await requestSignIn(bounced, {});
	expect(lastMailTo(bounced)?.subject).toBe("Your sign-in link for Broadsheet");
	const wish = await subscribe(bounced, new Date(Date.now() + 1));
	if (wish.ok && wish.value) await sendRequestedMail(wish.value);
	const mail = lastMailTo(bounced);
	expect(mail?.subject).toBe("Confirm your subscription to Broadsheet");
	expect((await confirm(/token=(\S+)/.exec(mail?.text ?? "")?.[1] ?? "", new Date())).ok).toBe(true);
	const { state, suppressedFor } = await db().subscriber.findUniqueOrThrow({ where: { email: bounced } });
	expect([state, suppressedFor]).toEqual(["confirmed", null]);
});

test("that an address bounced does not follow its reader to another", async () => {
	await addSubscribers(2);
	await tellBounce(bounced);
	await moveSubscription(db(), bounced, "moved2@example.org");
	await moveSubscription(db(), "reader1@example.org", "moved1@example.org");
	const rows = await db().subscriber.findMany({ orderBy: { email: "asc" } });
	expect(rows.map(({ email, state }) => [email, state])).toEqual([
		["moved1@example.org", "confirmed"],
		[bounced, "unsubscribed"],
	]);
});
