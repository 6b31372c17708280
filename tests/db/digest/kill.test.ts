import { expect, test } from "vitest";
import { runTrial } from "../../bench/digest-kill/trial";
import { lapseLeases } from "./scene";

test("each subscriber gets one mail though workers are killed and the provider loses answers", {
	timeout: 120_000,
}, async () => {
	const { wrong, mails } = await runTrial({
		url: process.env.DATABASE_URL ?? "",
		seed: 7,
		subscribers: 600,
		kills: 3,
		poison: 2,
		// Not 45 seconds later: what is still under way elsewhere is then tried by two at once.
		hurry: lapseLeases,
	});
	expect(wrong).toEqual([]);
	expect(mails).toBe(598);
});
