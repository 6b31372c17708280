import { percentile } from "../search/timing";
import { addEdition, addSubscribers, clear, NOW } from "./scene";

const BATCHES = 50;

/** Measures what a digest of so many subscribers asks of the database, and gives it in a line. */
export async function measureDatabase(count: number): Promise<string> {
	const { assignSelections } = await import("@/lib/digest/assign");
	const { freezeBatch } = await import("@/lib/digest/batches");
	const { composeDigest } = await import("@/lib/digest/compose");
	const { planDeliveries } = await import("@/lib/digest/plan");
	const { countWaiting, listNextSelections } = await import("@/lib/digest/queries");
	const { skipTooLate } = await import("@/lib/digest/settle");
	const { utcDateOf } = await import("@/lib/time");
	await clear();
	await addEdition();
	await addSubscribers(count);
	const digest = await composeDigest("daily", utcDateOf(new Date(NOW.getTime() - 86_400_000)));
	const plan = await timed(() => planDeliveries(digest, NOW));
	const again = await timed(() => planDeliveries(digest, NOW));
	const late = await timed(() => skipTooLate(NOW));
	const assign = await timed(() => assignSelections(digest, true));
	const waiting = await timed(countWaiting);
	const claims: number[] = [];
	for (let nth = 0; nth < BATCHES; nth++) {
		claims.push(
			await timed(async () => {
				const selections = await listNextSelections(digest.id, 100, false);
				const mail = { subject: "", html: "", text: "" };
				await freezeBatch(digest.id, new Map(selections.map(({ id }) => [id, mail])), 100, false);
			}),
		);
	}
	return [
		`${count} subscribers: plan ${seconds(plan)}, again with nothing due ${seconds(again)}`,
		`look for late ones ${seconds(late)}, put together ${seconds(assign)}, count ${seconds(waiting)}`,
		`claim and freeze a batch p50 ${percentile(claims, 0.5).toFixed(1)} ms, p95 ${percentile(claims, 0.95).toFixed(1)} ms`,
	].join(", ");
}

/** In milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(2)} s`;
}
