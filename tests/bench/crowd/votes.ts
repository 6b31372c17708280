import { setTimeout as sleep } from "node:timers/promises";
import { drawBallots } from "../votes/ballots";
import { votingClients } from "../votes/clients";
import { addVoters } from "../votes/scene";

/** As many as keep each person, and each network, within what the limits let. */
const VOTERS = 4000;
const CONNECTIONS = 64;

/** Casts votes and takes them back at a steady rate, for the papers that were listed last, whether or not the last was answered. */
export async function voteSteadily(origin: string, perSecond: number, seconds: number) {
	const { db } = await import("@/lib/db/client");
	const papers = await db().paper.findMany({ orderBy: { listedAt: "desc" }, take: 200, select: { id: true } });
	const draw = drawBallots(
		await addVoters(VOTERS),
		papers.map(({ id }) => id as import("@/lib/papers/ids").PaperId),
	);
	const cast = votingClients(origin, CONNECTIONS);
	const outcome = { milliseconds: [] as number[], failures: 0 };
	const open: Promise<void>[] = [];
	const start = performance.now();
	for (let count = 0; count < perSecond * seconds; count += 1) {
		const due = start + (count * 1000) / perSecond;
		await sleep(Math.max(0, due - performance.now()));
		open.push(
			cast(draw()).then(
				(isAccepted) => {
					if (isAccepted) outcome.milliseconds.push(performance.now() - due);
					else outcome.failures += 1;
				},
				() => {
					outcome.failures += 1;
				},
			),
		);
	}
	await Promise.all(open);
	return outcome;
}
