import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { countResting, forgetOver, giveBack, isFree, take, takeEach } from "@/lib/db/cooldowns";

const ONCE = { times: 1, seconds: 60 };
const THRICE = { times: 3, seconds: 60 };

/** As if so many seconds had gone by. */
async function wait(seconds: number): Promise<void> {
	await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - make_interval(secs => ${seconds})`;
}

beforeEach(async () => void (await db().cooldown.deleteMany()));

test("a turn comes back after its seconds, and not before", async () => {
	expect([await take("a", ONCE), await take("a", ONCE)]).toEqual([true, false]);
	await wait(59);
	expect(await take("a", ONCE)).toBe(false);
	await wait(1);
	expect(await take("a", ONCE)).toBe(true);
});

test("several turns can be taken at once, and come back one by one", async () => {
	const turns = [];
	for (let count = 0; count < 4; count += 1) turns.push(await take("a", THRICE));
	expect(turns).toEqual([true, true, true, false]);
	await wait(20);
	expect([await take("a", THRICE), await take("a", THRICE)]).toEqual([true, false]);
	await wait(3600);
	expect([await take("a", THRICE), await take("a", THRICE), await take("a", THRICE)]).toEqual([true, true, true]);
});

test("of many at once no more get a turn than there are", async () => {
	const turns = await Promise.all(Array.from({ length: 30 }, () => take("a", THRICE)));
	expect(turns.filter(Boolean)).toHaveLength(3);
});

test("keys do not hold each other up", async () => {
	expect([await take("a", ONCE), await take("b", ONCE)]).toEqual([true, true]);
});

test("looking whether a turn is free takes none", async () => {
	expect([await isFree("a", THRICE), await db().cooldown.count()]).toEqual([true, 0]);
	for (const isLeft of [true, true, false]) {
		await take("a", THRICE);
		expect(await isFree("a", THRICE)).toBe(isLeft);
	}
	await wait(20);
	expect([await isFree("a", THRICE), await take("a", THRICE)]).toEqual([true, true]);
});

test("a turn that is given back can be taken again, and no more than that", async () => {
	for (let count = 0; count < 3; count += 1) await take("a", THRICE);
	await giveBack("a", THRICE);
	expect([await take("a", THRICE), await take("a", THRICE)]).toEqual([true, false]);
	await giveBack("never taken", ONCE);
	expect(await db().cooldown.count()).toBe(1);
});

test("what rests is counted by its beginning, which is no pattern; what is over is forgotten", async () => {
	await take("x_y:1", ONCE);
	await take("x_y:2", THRICE);
	await take("xzy:1", ONCE);
	expect(await countResting("x_y:")).toBe(2);
	await wait(30);
	expect(await countResting("x_y:")).toBe(1);
	await forgetOver();
	expect((await db().cooldown.findMany()).map(({ key }) => key).sort()).toEqual(["x_y:1", "xzy:1"]);
});

test("of several keys each gives a turn at its own rate, and those that have none are named", async () => {
	const both = [
		{ key: "b", rate: THRICE },
		{ key: "a", rate: ONCE },
	];
	expect([await takeEach(both), await takeEach(both), await takeEach(both), await takeEach(both)]).toEqual([
		[],
		["a"],
		["a"],
		["b", "a"],
	]);
	await wait(20);
	expect(await takeEach(both)).toEqual(["a"]);
});
