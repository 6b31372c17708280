import { setTimeout as sleep } from "node:timers/promises";
import type { PaperId } from "@/lib/papers/ids";
import { drawBallots } from "../votes/ballots";
import { votingClients } from "../votes/clients";
import { addVoters } from "../votes/scene";

/** As many as keep each person, and each network, within what the limits let. */
const VOTERS = 4000;
const CONNECTIONS = 64;

export type Voted = { milliseconds: number[]; failures: number };

/**
 * Signs people in, for papers that were listed last.
 *
 * @returns casts votes and takes them back, so many a second for some seconds, whether or not the last was answered
 */
export async function prepareVoters(origin: string) {
	const { db } = await import("@/lib/db/client");
	const papers = await db().paper.findMany({ orderBy: { listedAt: "desc" }, take: 200, select: { id: true } });
	const draw = drawBallots(
		await addVoters(VOTERS),
		papers.map(({ id }) => id as PaperId),
	);
	const cast = votingClients(origin, CONNECTIONS);
	return async (perSecond: number, seconds: number): Promise<Voted> => {
		const voted: Voted = { milliseconds: [], failures: 0 };
		const open: Promise<void>[] = [];
		const start = performance.now();
		for (let count = 0; count < perSecond * seconds; count += 1) {
			const due = start + (count * 1000) / perSecond;
			await sleep(Math.max(0, due - performance.now()));
			const isAccepted = cast(draw()).catch(() => false);
			open.push(
				isAccepted.then((accepted) => {
					if (accepted) voted.milliseconds.push(performance.now() - due);
					else voted.failures += 1;
				}),
			);
		}
		await Promise.all(open);
		return voted;
	};
}
