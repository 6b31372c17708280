import { testEnvironment } from "../../env";
import { forkScript } from "../forked";
import type { Order } from "./asker";

/** Starts the process that asks a database, with so many samples. */
export async function startAsker(url: string, samples: number) {
	const own = testEnvironment({ DATABASE_URL: url, LOG_LEVEL: "error" });
	const asker = forkScript("tests/bench/scale/asker.ts", [samples], own);
	await asker.hear();
	return {
		/** @returns the milliseconds of each */
		async ask(order: Order): Promise<number[]> {
			asker.send(order);
			return asker.hear();
		},
		stop: asker.stop,
	};
}
