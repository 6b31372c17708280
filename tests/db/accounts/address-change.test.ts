import { beforeEach, describe, expect, it } from "vitest";
import { cancelAddressChange, confirmAddressChange, requestAddressChange } from "@/lib/accounts/address-change";
import { currentUser, findAddressChange, readAddressToken } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { sweepExpired } from "@/lib/db/sweep";
import { linkIn, mailsTo, signInAs } from "./signing-in";

const HOUR = 60 * 60_000;
const PATH = "/settings/address";

beforeEach(async () => {
	await db().cooldown.deleteMany();
});

async function tokenTo(email: string): Promise<string> {
	return linkIn((await mailsTo(email)).at(-1), PATH).searchParams.get("token") ?? "";
}

/** Somebody signed in who asks for another address. */
async function begin(name: string) {
	const [email, newEmail] = [`${name}@old.example.org`, `${name}@new.example.org`];
	const user = await signInAs(email);
	expect(await requestAddressChange(user.userId, newEmail, new Date())).toEqual({ ok: true });
	const session = await db().session.findFirstOrThrow({ where: { userId: user.userId } });
	const tokens = { old: await tokenTo(email), new: await tokenTo(newEmail) };
	return { ...user, email, newEmail, sessionId: session.id, tokens };
}

const press = (token: string, sessionId?: string, now = new Date()) => confirmAddressChange(token, sessionId, now);
const addressOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).email;

describe("a change of address", () => {
	it.each(["old", "new"] as const)("is done when both have confirmed, the %s one first", async (first) => {
		const { userId, email, newEmail, tokens } = await begin(`both-${first}`);
		const second = first === "old" ? "new" : "old";
		expect(await press(tokens[first])).toEqual({ ok: true, value: "waiting" });
		expect(await addressOf(userId)).toBe(email);
		expect(await findAddressChange(userId, new Date())).toEqual({
			newEmail,
			oldConfirmed: first === "old",
			newConfirmed: first === "new",
		});
		expect(await press(tokens[second])).toEqual({ ok: true, value: "done" });
		expect(await addressOf(userId)).toBe(newEmail);
		await db().cooldown.deleteMany();
		expect((await signInAs(newEmail)).userId).toBe(userId);
	});

	it("is done once when both links are pressed at the same time, many times each", async () => {
		const { userId, newEmail, tokens } = await begin("race");
		const results = await Promise.all(
			Array.from({ length: 10 }, (_, index) => press(index % 2 ? tokens.old : tokens.new)),
		);
		expect(results.filter((result) => result.ok && result.value === "done")).toHaveLength(1);
		expect(await addressOf(userId)).toBe(newEmail);
	});

	it("ends all sessions but the one that presses", async () => {
		const { userId, cookie, sessionId, tokens } = await begin("sessions");
		await db().cooldown.deleteMany();
		const elsewhere = await signInAs("sessions@old.example.org");
		await press(tokens.old, sessionId);
		await press(tokens.new, sessionId);
		expect(await currentUser(new Headers({ cookie }))).toMatchObject({ id: userId });
		expect(await currentUser(new Headers({ cookie: elsewhere.cookie }))).toBeUndefined();
	});

	it("ends them all when pressed where another is signed in", async () => {
		const { userId, tokens } = await begin("elsewhere");
		const other = await signInAs("other@example.org");
		const { id } = await db().session.findFirstOrThrow({ where: { userId: other.userId } });
		await press(tokens.old, id);
		await press(tokens.new, id);
		expect(await db().session.count({ where: { userId } })).toBe(0);
		expect(await currentUser(new Headers({ cookie: other.cookie }))).toMatchObject({ id: other.userId });
	});

	it("shows what it is about before the button is pressed, and changes nothing by that", async () => {
		const { userId, newEmail, tokens } = await begin("reader");
		expect(await readAddressToken(tokens.old, new Date())).toEqual({ side: "old", newEmail });
		expect(await readAddressToken(tokens.new, new Date())).toEqual({ side: "new", newEmail });
		expect(await findAddressChange(userId, new Date())).toMatchObject({ oldConfirmed: false, newConfirmed: false });
	});

	it("keeps its tokens as hashes only", async () => {
		const { tokens } = await begin("hashed");
		const rows = JSON.stringify(await db().emailChange.findMany());
		for (const token of Object.values(tokens)) expect(rows).not.toContain(token);
	});
});

describe("a link about a change of address is over", () => {
	const OVER = { ok: false, reason: "link-is-over" };

	it("after 24 hours, though the other was pressed before, and is swept away", async () => {
		const { userId, email, tokens } = await begin("late");
		await press(tokens.old);
		const later = new Date(Date.now() + 24 * HOUR);
		expect(await readAddressToken(tokens.new, later)).toBeUndefined();
		expect(await press(tokens.new, undefined, later)).toEqual(OVER);
		expect(await addressOf(userId)).toBe(email);
		await sweepExpired(later);
		expect(await db().emailChange.count({ where: { userId } })).toBe(0);
	});

	it("when it has done its work, whoever replays it", async () => {
		const { tokens } = await begin("replayed");
		await press(tokens.old);
		await press(tokens.new);
		expect([await press(tokens.old), await press(tokens.new)]).toEqual([OVER, OVER]);
	});

	it("when the change was given up, or another has taken its place", async () => {
		const { userId, email, newEmail, tokens } = await begin("changing");
		await db().cooldown.deleteMany();
		await requestAddressChange(userId, "third@new.example.org", new Date());
		expect([await press(tokens.old), await press(tokens.new)]).toEqual([OVER, OVER]);
		const [oldToken, newToken] = [await tokenTo(email), await tokenTo("third@new.example.org")];
		await cancelAddressChange(userId);
		expect([await press(oldToken), await press(newToken)]).toEqual([OVER, OVER]);
		expect([await addressOf(userId), newEmail]).toEqual([email, "changing@new.example.org"]);
	});

	it.each(["", "a".repeat(43), "%", "' OR '1'='1"])("when it is forged: %j", async (token) => {
		const { userId, email } = await begin(`forged-${token.length}`);
		expect(await press(token)).toEqual(OVER);
		expect(await addressOf(userId)).toBe(email);
	});

	it("for the other address: pressing one twice does not count for both", async () => {
		const { userId, email, tokens } = await begin("twice");
		expect([await press(tokens.new), await press(tokens.new)]).toEqual(Array(2).fill({ ok: true, value: "waiting" }));
		expect(await addressOf(userId)).toBe(email);
	});
});

describe("an address that has an account already", () => {
	it("is not given away: answer and settings are those of any other, and only its own inbox says so", async () => {
		await signInAs("known@example.org");
		await db().cooldown.deleteMany();
		const [one, two] = [await signInAs("curious-1@example.org"), await signInAs("curious-2@example.org")];
		const known = await requestAddressChange(one.userId, "known@example.org", new Date());
		const unknown = await requestAddressChange(two.userId, "unknown@example.org", new Date());
		expect(known).toEqual(unknown);
		const [ofKnown, ofUnknown] = [
			await findAddressChange(one.userId, new Date()),
			await findAddressChange(two.userId, new Date()),
		];
		expect({ ...ofKnown, newEmail: "" }).toEqual({ ...ofUnknown, newEmail: "" });
		const mail = (await mailsTo("known@example.org")).at(-1);
		expect(mail?.subject).toMatch(/has an account/);
		expect(() => linkIn(mail, PATH)).toThrow();
		expect(await press(await tokenTo("curious-1@example.org"))).toEqual({ ok: true, value: "waiting" });
	});

	it("is never moved to, also when the account came while the mails were on their way", async () => {
		const { userId, email, newEmail, tokens } = await begin("overtaken");
		await db().cooldown.deleteMany();
		const { userId: other } = await signInAs(newEmail);
		await press(tokens.old);
		expect(await press(tokens.new)).toEqual({ ok: false, reason: "taken" });
		expect([await addressOf(userId), await addressOf(other)]).toEqual([email, newEmail]);
	});
});

describe("mails about a change of address", () => {
	it("do not tell the new address whose account it is", async () => {
		const { email, newEmail } = await begin("private");
		const [mail] = await mailsTo(newEmail);
		expect(mail?.text).not.toContain(email);
		expect(mail?.html).not.toContain(email);
	});

	it("come three times an hour at most, and once a minute to one address, sign-in links counted", async () => {
		const { userId } = await signInAs("eager@example.org");
		const ask = (to: string) => requestAddressChange(userId, to, new Date());
		expect(await ask("one@example.org")).toEqual({ ok: true });
		expect(await ask("one@example.org")).toEqual({ ok: false, reason: "too-soon" });
		expect(await ask("two@example.org")).toEqual({ ok: true });
		expect(await ask("three@example.org")).toEqual({ ok: true });
		expect(await ask("four@example.org")).toEqual({ ok: false, reason: "too-many" });
		expect(await mailsTo("four@example.org")).toEqual([]);
	});

	it("that can't be sent leave no change behind, and can be asked for again at once", async () => {
		const { userId } = await signInAs("unsent@example.org");
		const outbox = process.env.OUTBOX_DIR;
		const { env } = await import("@/lib/env");
		Object.assign(env(), { OUTBOX_DIR: "/dev/null/nowhere" });
		const ask = () => requestAddressChange(userId, "unsent-new@example.org", new Date());
		expect(await ask()).toEqual({ ok: false, reason: "not-sent" });
		expect(await findAddressChange(userId, new Date())).toBeUndefined();
		Object.assign(env(), { OUTBOX_DIR: outbox });
		expect(await ask()).toEqual({ ok: true });
	});
});

describe("a subscription", () => {
	const add = (email: string, state: "confirmed" | "unsubscribed") =>
		db().subscriber.create({ data: { email, state, [`${state}At`]: new Date() } });
	const confirmBoth = async ({ tokens }: { tokens: { old: string; new: string } }) => {
		await press(tokens.old);
		await press(tokens.new);
	};

	it("moves along with its reader, links in older mails included", async () => {
		const { id } = await add("mover@old.example.org", "confirmed");
		await confirmBoth(await begin("mover"));
		expect(await db().subscriber.findUniqueOrThrow({ where: { id } })).toMatchObject({
			email: "mover@new.example.org",
			state: "confirmed",
		});
	});

	it("stays where it is when the new address has decided on its own", async () => {
		await add("stayer@old.example.org", "confirmed");
		await add("stayer@new.example.org", "unsubscribed");
		await confirmBoth(await begin("stayer"));
		const rows = await db().subscriber.findMany({
			where: { email: { startsWith: "stayer@" } },
			orderBy: { email: "asc" },
		});
		expect(rows.map(({ email, state }) => [email, state])).toEqual([
			["stayer@new.example.org", "unsubscribed"],
			["stayer@old.example.org", "confirmed"],
		]);
	});
});
