import { beforeEach, expect, test } from "vitest";
import { deleteAccount } from "@/lib/accounts/deletion";
import { db } from "@/lib/db/client";
import { type HeldBatch, insertBatch, noteTry } from "@/lib/digest/batches";
import { settleRejected, settleSubmitted } from "@/lib/digest/settle";
import { addEdition, clear } from "../digest/scene";
import { signInAs } from "./signing-in";

const DATE = "2026-06-08" as never;
const LEAVER = "leaver@example.org";
const ADDRESSES = ["first@example.org", LEAVER, "third@example.org", "fourth@example.org"];

beforeEach(async () => {
	await clear();
	await addEdition(DATE, { papers: 1 });
});

/** A batch of four deliveries, of which one goes to somebody with an account; `held` as by a process that is about to try it. */
async function addBatch(held: boolean): Promise<HeldBatch> {
	const date = new Date(DATE);
	const { id: digestId } = await db().digest.create({ data: { kind: "daily", date, papers: [] } });
	const ids = [];
	for (const email of ADDRESSES) {
		const delivery = await db().delivery.create({
			data: {
				kind: "daily",
				date,
				digest: { connect: { id: digestId } },
				subscriber: { create: { email, state: "confirmed", confirmedAt: new Date() } },
			},
		});
		ids.push(delivery.id);
	}
	const recipients = ADDRESSES.map((email) => ({ email, mail: 0, own: {} }));
	const mails = [{ subject: "Digest", html: "", text: "" }];
	const payload = { from: "a@example.org", mails, oneClickUrl: "https://a.example", recipients };
	return insertBatch(db(), digestId, payload, ids, held);
}

async function deleteLeaver(): Promise<void> {
	const { userId } = await signInAs(LEAVER);
	const session = await db().session.findFirstOrThrow({ where: { userId } });
	expect(await deleteAccount(session, LEAVER, new Date())).toEqual({ ok: true });
}

async function findLeaver(): Promise<number> {
	const [row] = await db().$queryRaw<{ count: number }[]>`
		SELECT count(*)::int AS count FROM delivery_batches b WHERE position(${LEAVER} IN b::text) > 0`;
	return row?.count ?? Number.NaN;
}

const deliveries = () =>
	db().delivery.findMany({
		select: { state: true, batchId: true, providerId: true, subscriber: { select: { email: true } } },
		orderBy: { subscriber: { email: "asc" } },
	});

test("a batch that nobody has tried is made anew without the address", async () => {
	await addBatch(false);
	await deleteLeaver();
	expect(await db().deliveryBatch.count()).toBe(0);
	expect((await deliveries()).map(({ state, batchId, subscriber }) => [subscriber.email, state, batchId])).toEqual([
		["first@example.org", "planned", null],
		["fourth@example.org", "planned", null],
		["third@example.org", "planned", null],
	]);
});

test.each(["tried", "in a process's hands"])(
	"a batch that is %s keeps its bytes until it is out, and everyone else's mail is told right",
	async (how) => {
		const batch = await addBatch(true);
		if (how === "tried") await noteTry(batch.id);
		await deleteLeaver();
		expect(await findLeaver()).toBe(1);
		expect(await settleSubmitted(batch, ["id-1", "id-2", "id-3", "id-4"])).toBe(3);
		expect(
			(await deliveries()).map(({ state, providerId, subscriber }) => [subscriber.email, state, providerId]),
		).toEqual([
			["first@example.org", "submitted", "id-1"],
			["fourth@example.org", "submitted", "id-4"],
			["third@example.org", "submitted", "id-3"],
		]);
		expect(await findLeaver()).toBe(0);
	},
);

test("a batch that the provider refuses is halved without the address, each of the others keeping their own mail", async () => {
	const batch = await addBatch(true);
	await noteTry(batch.id);
	await deleteLeaver();
	expect(await settleRejected(batch, "refused")).toBe(0);
	expect(await findLeaver()).toBe(0);
	const halves = await db().deliveryBatch.findMany({
		where: { state: "open" },
		include: { deliveries: { include: { subscriber: true }, orderBy: { batchIndex: "asc" } } },
	});
	expect(halves).toHaveLength(2);
	for (const { payload, deliveries } of halves) {
		expect(payload).toMatchObject({ recipients: deliveries.map(({ subscriber: { email } }) => ({ email })) });
	}
});
