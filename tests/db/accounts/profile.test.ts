import { describe, expect, it } from "vitest";
import { saveProfile } from "@/lib/accounts/profile";
import { currentUser, findProfile } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { addUsers } from "../votes/voters";
import { signInAs } from "./signing-in";

/** As if so many days had gone by. */
async function waitDays(days: number): Promise<void> {
	await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - make_interval(days => ${days})`;
}

async function addUser(): Promise<string> {
	const [id = ""] = await addUsers(1);
	return id;
}

const save = (userId: string, handle: string | undefined, name = "") => saveProfile(userId, { handle, name });
const TAKEN = { ok: false, reason: "taken" };

describe("a handle", () => {
	it("is what others see, beside the name, and comes with the session", async () => {
		const { userId, cookie } = await signInAs("ada@example.org");
		expect(await save(userId, "ada-lovelace", "Ada")).toEqual({ ok: true });
		expect(await findProfile(userId)).toEqual({ handle: "ada-lovelace", name: "Ada" });
		expect(await currentUser(new Headers({ cookie }))).toMatchObject({ handle: "ada-lovelace", name: "Ada" });
	});

	it("can't be had by two, nor one that looks like it", async () => {
		expect(await save(await addUser(), "mallory1")).toEqual({ ok: true });
		const other = await addUser();
		for (const handle of ["mallory1", "mallory-1", "malloryl", "rnallory1", "mall0ry1"]) {
			expect(await save(other, handle, "Not saved")).toEqual(TAKEN);
			await db().cooldown.deleteMany();
		}
		expect(await findProfile(other)).toEqual({ handle: null, name: "" });
	});

	it("that ten want at once goes to one of them", async () => {
		const users = await addUsers(10);
		const results = await Promise.all(users.map((id) => save(id, "wanted")));
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(results.filter(({ ok }) => !ok)).toEqual(Array(9).fill(TAKEN));
	});

	it("that was given up is nobody else's for 90 days, and its owner's at any time", async () => {
		const [owner = "", other = ""] = await addUsers(2);
		await save(owner, "first-name");
		await save(owner, "second-name");
		expect(await save(other, "first-narne")).toEqual(TAKEN);
		expect(await save(owner, "first-name")).toEqual({ ok: true });
		await save(owner, "third-name");
		await waitDays(89);
		expect(await save(other, "first-name")).toEqual(TAKEN);
		await waitDays(1);
		expect(await save(other, "first-name")).toEqual({ ok: true });
	});

	it("can be changed five times a day, and not given up", async () => {
		const userId = await addUser();
		for (const handle of ["one-a", "one-b", "one-c", "one-e", "one-f"]) {
			expect(await save(userId, handle)).toEqual({ ok: true });
		}
		expect(await save(userId, "one-h")).toEqual({ ok: false, reason: "changed-too-often" });
		expect(await save(userId, undefined)).toEqual({ ok: false, reason: "handle-stays" });
		expect(await save(userId, "one-f", "A name")).toEqual({ ok: true });
		expect(await findProfile(userId)).toEqual({ handle: "one-f", name: "A name" });
	});

	it.each(["Ada", "ad", "-ada", "ada-", "a--da", "a_da", "a".repeat(31), "ada\n", "аda"])(
		"that is not one (%j) is refused by the database as well",
		async (handle) => {
			const id = await addUser();
			await expect(db().user.update({ where: { id }, data: { handle, handleKey: handle } })).rejects.toThrow();
		},
	);
});
