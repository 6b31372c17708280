import type { FakeResend } from "../../fakes/resend";

/**
 * Holds what the provider accepted, and what the ledger says, against what should have been.
 *
 * @returns what is wrong; empty if every subscriber has one mail, those of refused addresses aside
 */
export async function judge(resend: FakeResend, emails: string[], poison: string[]): Promise<string[]> {
	const { db } = await import("@/lib/db/client");
	const { listBalances } = await import("@/lib/digest/queries");
	const refused = new Set(poison);
	const counts = resend.countByAddress();
	const wrongly = emails.filter((email) => (counts.get(email) ?? 0) !== (refused.has(email) ? 0 : 1));
	const deliveries = await db().delivery.findMany({ include: { subscriber: { select: { email: true } } } });
	const ids = new Map(resend.accepted.map(({ to, id }) => [to, id]));
	const misread = deliveries.filter(({ state, providerId, subscriber: { email } }) =>
		refused.has(email) ? state !== "rejected" : state !== "submitted" || providerId !== ids.get(email),
	);
	const [balance] = await listBalances(1);
	const { planned = 0, submitted = 0, rejected = 0 } = balance ?? {};
	const open = await db().deliveryBatch.count({ where: { state: "open" } });
	return [
		...wrongly.slice(0, 5).map((email) => `${email} was sent ${counts.get(email) ?? 0} mails`),
		...misread.slice(0, 5).map(({ state, reason }) => `a delivery is ${state} (${reason})`),
		...(deliveries.length === emails.length ? [] : [`${deliveries.length} deliveries`]),
		...(planned === emails.length && submitted + rejected === planned && rejected === poison.length
			? []
			: [`the balance is ${JSON.stringify(balance)}`]),
		...(open === 0 ? [] : [`${open} batches are open`]),
	];
}
