import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { keptAmong, readLibrarySettings } from "@/lib/library/queries";
import { chooseSeenMode, forgetSeen, markSeen } from "@/lib/library/seen";
import type { PaperId } from "@/lib/papers/ids";
import { addUsers } from "../votes/voters";
import { addListedPapers } from "./scene";

const someone = async () => (await addUsers(1))[0] ?? "";
const papers = await addListedPapers("2412.00001", "2412.00002", "2412.00003");
const [first, second] = papers as [PaperId, PaperId];
const countSeen = (userId: string) => db().seenPaper.count({ where: { userId } });

describe("what somebody has seen", () => {
	it("is not kept unless they choose so", async () => {
		const user = await someone();
		await markSeen(user, papers);
		expect(await countSeen(user)).toBe(0);
	});

	it("is kept once for each paper that we have, and told to them alone", async () => {
		const [ada = "", bob = ""] = await addUsers(2);
		await chooseSeenMode(ada, "dim", false);
		await chooseSeenMode(bob, "hide", false);
		await Promise.all([markSeen(ada, [first, "2412.99999" as PaperId]), markSeen(ada, [first])]);
		expect(await keptAmong(ada, papers)).toEqual({ seenMode: "dim", saved: [], seen: [first] });
		expect(await keptAmong(bob, papers)).toEqual({ seenMode: "hide", saved: [], seen: [] });
	});

	it("is told to nobody while it is off, and there again when it is on, unless it was to be forgotten", async () => {
		const user = await someone();
		await chooseSeenMode(user, "hide", false);
		await markSeen(user, [first]);
		await chooseSeenMode(user, "off", false);
		expect(await keptAmong(user, papers)).toEqual({ seenMode: "off", saved: [], seen: [] });
		await markSeen(user, [second]);
		await chooseSeenMode(user, "dim", false);
		expect((await keptAmong(user, papers)).seen).toEqual([first]);
		await chooseSeenMode(user, "off", true);
		expect(await countSeen(user)).toBe(0);
	});

	it("is forgotten as a whole", async () => {
		const user = await someone();
		await chooseSeenMode(user, "dim", false);
		await markSeen(user, papers);
		expect(await readLibrarySettings(user)).toMatchObject({ seenMode: "dim", seen: 3 });
		expect(await forgetSeen(user)).toBe(3);
		expect(await countSeen(user)).toBe(0);
	});

	it("that arrives while they turn it off leaves nothing behind", async () => {
		const user = await someone();
		for (let round = 0; round < 10; round += 1) {
			await chooseSeenMode(user, "dim", false);
			await Promise.all([markSeen(user, papers), chooseSeenMode(user, "off", true), markSeen(user, papers)]);
			expect(await countSeen(user)).toBe(0);
		}
	});

	it("goes with the account", async () => {
		const user = await someone();
		await chooseSeenMode(user, "dim", false);
		await markSeen(user, papers);
		await db().user.delete({ where: { id: user } });
		expect(await countSeen(user)).toBe(0);
	});
});
