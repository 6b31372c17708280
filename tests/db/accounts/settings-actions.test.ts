import { beforeEach, describe, expect, it, vi } from "vitest";
import { findProfile, listSessions } from "@/lib/accounts/queries";
import {
	deleteAccountAction,
	endAllSessionsAction,
	endSessionAction,
	saveProfileAction,
	signInAgainAction,
} from "@/lib/accounts/settings-actions";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { browser, destinationOf, formOf } from "./forms";
import { signInAs } from "./signing-in";

vi.mock("next/headers", async () => (await import("./forms")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));

beforeEach(async () => {
	browser.restart();
	await db().cooldown.deleteMany();
});

/** Signs in with the browser that sends the forms. */
async function enter(email: string): Promise<string> {
	const { userId, cookie } = await signInAs(email);
	browser.request.set("cookie", cookie);
	browser.jar.set("broadsheet.session_token", "x").set("signed_in", "1");
	return userId;
}

const idsOf = async (userId: string) => (await listSessions(userId, "")).map(({ id }) => id);

describe("saving a profile", () => {
	const save = (fields: Record<string, string>) => saveProfileAction({ handle: "", name: "" }, formOf(fields));

	it("keeps what was typed, as it is kept", async () => {
		const userId = await enter("ada@example.org");
		expect(await save({ handle: "@Ada-L", name: " Ada " })).toEqual({ handle: "ada-l", name: "Ada", isSaved: true });
		expect(await save({ handle: "", name: "Ada" })).toMatchObject({
			errors: { handle: expect.stringMatching(/given up/) },
		});
		expect(await findProfile(userId)).toEqual({ handle: "ada-l", name: "Ada" });
	});

	it("says what is wrong beside the field, and saves neither", async () => {
		const userId = await enter("bob@example.org");
		expect(await save({ handle: "b", name: "x\ny" })).toEqual({
			handle: "b",
			name: "x\ny",
			errors: { handle: expect.stringMatching(/at least 3/), name: expect.stringMatching(/one line/) },
		});
		expect(await findProfile(userId)).toEqual({ handle: null, name: "" });
	});

	it("takes handle and name from a form and nothing else: not the role, the address, or whose row it is", async () => {
		const victim = await enter("victim@example.org");
		const userId = await enter("mallory@example.org");
		const more = { role: "curator", email: "x@example.org", email_verified: "false", emailVerified: "false" };
		const ids = {
			id: victim,
			userId: victim,
			user_id: victim,
			handle_key: "x",
			handleKey: "x",
			createdAt: "2000-01-01",
		};
		const before = await db().user.findMany({ orderBy: { id: "asc" } });
		expect(await save({ handle: "mal", name: "Mal", ...more, ...ids })).toMatchObject({ isSaved: true });
		const after = await db().user.findMany({ orderBy: { id: "asc" } });
		expect(after).toEqual(
			before.map((user) =>
				user.id === userId
					? { ...user, handle: "mal", handleKey: "rnal", name: "Mal", updatedAt: expect.any(Date) }
					: user,
			),
		);
	});

	it("leads who is not signed in to signing in", async () => {
		expect(await destinationOf(save({ handle: "ada", name: "" }))).toBe("/sign-in?next=%2Fsettings");
	});

	it("says so when the database is down, with one line in the log", async () => {
		await enter("down@example.org");
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db().user, "findUniqueOrThrow").mockRejectedValue(new Error("connection lost"));
		expect(await save({ handle: "down", name: "" })).toMatchObject({
			errors: { handle: expect.stringMatching(/our side/) },
		});
		expect(lines).toHaveBeenCalledTimes(1);
	});
});

describe("sessions", () => {
	it("are listed newest first with the browser's name, and no token", async () => {
		const { userId } = await signInAs("lister@example.org");
		await db().session.updateMany({ where: { userId }, data: { userAgent: "Firefox on Linux" } });
		await db().cooldown.deleteMany();
		await signInAs("lister@example.org");
		const [newest, oldest] = await listSessions(userId, "none");
		expect([newest?.browser, oldest?.browser]).toEqual(["", "Firefox on Linux"]);
		const tokens = await db().session.findMany({ where: { userId }, select: { token: true } });
		for (const { token } of tokens) expect(JSON.stringify([newest, oldest])).not.toContain(token);
	});

	it("are ended one by one, and only one's own", async () => {
		const stranger = (await signInAs("stranger@example.org")).userId;
		const [strange = ""] = await idsOf(stranger);
		const first = await signInAs("owner@example.org");
		const [lost = ""] = await idsOf(first.userId);
		await db().cooldown.deleteMany();
		const userId = await enter("owner@example.org");
		expect(await endSessionAction({}, formOf({ session: strange }))).toEqual({});
		expect(await endSessionAction({}, formOf({ session: lost }))).toEqual({});
		expect(await idsOf(stranger)).toEqual([strange]);
		expect(await idsOf(userId)).toHaveLength(1);
		expect(await idsOf(userId)).not.toContain(lost);
	});

	it("all end by signing out everywhere, and the cookies with them", async () => {
		await signInAs("many@example.org");
		await db().cooldown.deleteMany();
		const userId = await enter("many@example.org");
		expect(await destinationOf(endAllSessionsAction({}))).toBe("/");
		expect(await idsOf(userId)).toEqual([]);
		expect(browser.jar.size).toBe(0);
	});
});

describe("deleting an account", () => {
	const remove = (account: string) => deleteAccountAction({}, formOf({ account }));

	it.each(["", "someone@example.org", "DELETE", "%"])(
		"takes the handle or the address; %j is neither",
		async (typed) => {
			const email = `keeper-${typed.length}@example.org`;
			const userId = await enter(email);
			expect(await remove(typed)).toEqual({ typed, error: expect.stringMatching(/neither/) });
			expect(await db().user.count({ where: { id: userId } })).toBe(1);
			expect(browser.jar.size).toBe(2);
		},
	);

	it.each(["goer@example.org", "Goer@Example.org ", "@the-goer", "the-goer"])(
		"goes with %j, and signs out",
		async (typed) => {
			const userId = await enter("goer@example.org");
			await saveProfileAction({ handle: "", name: "" }, formOf({ handle: "the-goer", name: "" }));
			await db().cooldown.deleteMany();
			expect(await destinationOf(remove(typed))).toBe("/settings/gone");
			expect(await db().user.count({ where: { id: userId } })).toBe(0);
			expect(browser.jar.size).toBe(0);
			await db().cooldown.deleteMany();
		},
	);

	it("takes a sign-in of the last hour, and leads back after another", async () => {
		const userId = await enter("idle@example.org");
		await db().session.updateMany({ where: { userId }, data: { createdAt: new Date(Date.now() - 61 * 60_000) } });
		expect(await remove("idle@example.org")).toMatchObject({ error: expect.stringMatching(/Sign in again/) });
		expect(await destinationOf(signInAgainAction({}))).toBe("/sign-in?next=%2Fsettings%2Fdelete");
		expect(browser.jar.size).toBe(0);
		expect(await idsOf(userId)).toEqual([]);
	});
});
