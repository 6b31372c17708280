import { describe, expect, it } from "vitest";
import { isCurator } from "@/lib/accounts/queries";
import { setRole } from "@/lib/accounts/roles";
import { db } from "@/lib/db/client";
import { actsOn, addPerson } from "./scene";

describe("what was written down", () => {
	it("can't be changed, deleted or emptied, and loses its name only with the account", async () => {
		const [ada, bob] = [await addPerson(), await addPerson()];
		const data = { paperId: "2611.00001", act: "submit" as const, detail: { date: "2026-11-23" } };
		await db().auditAct.create({ data: { ...data, actorId: ada } });
		const words = /acts are added, not changed or deleted/;
		const attempts = [
			() => db().$executeRaw`UPDATE audit_acts SET detail = '{"date": "2026-11-24"}'`,
			() => db().$executeRaw`UPDATE audit_acts SET actor_id = NULL`,
			() => db().$executeRaw`UPDATE audit_acts SET actor_id = ${bob}`,
			() => db().$executeRaw`DELETE FROM audit_acts`,
			() => db().$executeRaw`TRUNCATE audit_acts`,
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toThrow(words);
		expect(await actsOn("2611.00001")).toEqual([{ ...pick(data), actorId: ada }]);
		await db().user.delete({ where: { id: ada } });
		expect(await actsOn("2611.00001")).toEqual([{ ...pick(data), actorId: null }]);
		await expect(db().$executeRaw`UPDATE audit_acts SET actor_id = ${bob}`).rejects.toThrow(words);
	});

	it.each([
		["a listing without its day", { act: "submit" as const, detail: {} }],
		["a move without its days", { act: "move" as const, detail: { from: "2026-11-23" } }],
		["a detail that is a list", { act: "hide" as const, detail: [] }],
		["no paper", { act: "hide" as const, paperId: "" }],
	])("is refused with %s", async (_what, data) => {
		await expect(db().auditAct.create({ data: { paperId: "2611.00001", ...data } })).rejects.toThrow();
	});
});

describe("a role", () => {
	it("is given to and taken from an account by its address; nobody has one before they have signed in", async () => {
		const ada = await addPerson();
		expect(await isCurator(ada)).toBe(false);
		expect(await setRole(`${ada}@example.org`, "curator")).toBe(true);
		expect(await isCurator(ada)).toBe(true);
		expect(await setRole(`${ada}@example.org`, "reader")).toBe(true);
		expect(await isCurator(ada)).toBe(false);
		expect(await setRole("nobody@example.org", "curator")).toBe(false);
	});
});

function pick({ act, detail }: { act: "submit"; detail: { date: string } }) {
	return { act, detail };
}
