import { expect, test } from "vitest";
import { GET, POST } from "@/app/api/cron/votes/route";
import { db } from "@/lib/db/client";
import { setVote } from "@/lib/votes/mutations";
import { addPaper, addUser } from "./voters";

const call = (handle: typeof GET, authorization: string) =>
	handle(new Request("http://127.0.0.1:4200/api/cron/votes", { headers: { authorization } }));

test("with the secret the votes of accounts that have become old enough count, and without it nothing happens", async () => {
	const [paper, user] = [await addPaper("2606.00001"), await addUser({ createdAt: new Date() })];
	await setVote(user, paper, true, { now: new Date(), address: "192.0.2.1" });
	await db().user.update({ where: { id: user }, data: { createdAt: new Date("2020-01-01") } });
	const rising = async () => (await db().paper.findUniqueOrThrow({ where: { id: paper } })).rising;
	expect((await call(GET, "Bearer wrong")).status).toBe(401);
	expect(await rising()).toBe(Number.NEGATIVE_INFINITY);
	const answer = await call(POST, `Bearer ${process.env.CRON_SECRET}`);
	expect([answer.status, await answer.json()]).toEqual([200, { aged: 1, forgotten: 0 }]);
	expect(await rising()).toBeGreaterThan(0);
});
