import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addPasskey, deletePasskey, listPasskeys, startNewPasskey } from "@/lib/accounts/passkeys";
import { signInWithPasskey, startPasskeySignIn } from "@/lib/accounts/passkeys-sign-in";
import { currentUser } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { type Lie, makePasskeyDevice } from "../../fakes/passkey-device";
import { signInAs } from "./signing-in";

const ORIGIN = process.env.APP_URL ?? "";
const NOT_VERIFIED = { ok: false, reason: "not-verified" };

let device: ReturnType<typeof makePasskeyDevice>;

beforeEach(async () => {
	device = makePasskeyDevice(ORIGIN);
	await db().cooldown.deleteMany();
});

async function register(user: { userId: string; email: string }, lie?: Lie, now = new Date()) {
	const { options, token } = await startNewPasskey({ id: user.userId, email: user.email }, now);
	const response = device.create(options, lie);
	return { token, response, result: await addPasskey(user.userId, "Laptop", { token, response }, now) };
}

async function newReader(email: string) {
	const { userId } = await signInAs(email);
	return { userId, email };
}

async function answerSignIn(lie?: Lie) {
	const { options, token } = await startPasskeySignIn(new Date());
	return { token, response: device.get(options, lie) };
}

const signIn = async (lie?: Lie) => signInWithPasskey(await answerSignIn(lie), "Firefox on Linux", new Date());

describe("a passkey", () => {
	it("signs its owner in, with the same cookies as a link by mail", async () => {
		const ada = await newReader("ada@example.org");
		expect((await register(ada)).result).toEqual({ ok: true });
		const mailed = await signInAs("by-mail@example.org");
		const result = await signIn();
		if (!result.ok) throw new Error(result.reason);
		const shapes = (list: typeof mailed.cookies) => list.map(({ name, options }) => ({ name, options }));
		expect(shapes(result.value.cookies)).toEqual(shapes(mailed.cookies));
		const cookie = result.value.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
		expect(await currentUser(new Headers({ cookie }))).toMatchObject({ id: ada.userId, email: "ada@example.org" });
		const session = await db().session.findFirst({ where: { userId: ada.userId }, orderBy: { createdAt: "desc" } });
		expect(session?.userAgent).toBe("Firefox on Linux");
	});

	it("is listed with its name and when it was used, and works no more once deleted", async () => {
		const user = await newReader("list@example.org");
		const { response } = await register(user);
		expect(await listPasskeys(user.userId)).toMatchObject([{ id: response.id, name: "Laptop", usedAt: null }]);
		await signIn();
		expect((await listPasskeys(user.userId))[0]?.usedAt).toBeInstanceOf(Date);
		await deletePasskey((await newReader("stranger@example.org")).userId, response.id);
		expect(await listPasskeys(user.userId)).toHaveLength(1);
		await deletePasskey(user.userId, response.id);
		expect(await signIn()).toEqual(NOT_VERIFIED);
	});

	it("keeps no challenge here before it comes back", async () => {
		await Promise.all([startPasskeySignIn(new Date()), startPasskeySignIn(new Date())]);
		expect([await db().cooldown.count(), await db().verification.count({ where: { value: "" } })]).toEqual([0, 0]);
	});
});

describe("signing in with a passkey is refused", () => {
	beforeEach(async () => {
		await db().passkey.deleteMany();
		await register(await newReader(`${crypto.randomUUID()}@example.org`));
	});

	it.each([
		["from another site", { origin: "https://evil.example" }],
		["from the same host by another port", { origin: "http://127.0.0.1:4201" }],
		["for another host", { rpId: "evil.example" }],
		["with another key", { signedBy: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey }],
		["for another user", { userHandle: Buffer.from("somebody-else").toString("base64url") }],
	] as [string, Lie][])("%s", async (_what, lie) => {
		const sessions = await db().session.count();
		expect(await signIn(lie)).toEqual(NOT_VERIFIED);
		expect(await db().session.count()).toBe(sessions);
	});

	it("with an answer that was used, also by 20 at once", async () => {
		const answer = await answerSignIn();
		const results = await Promise.all(Array.from({ length: 20 }, () => signInWithPasskey(answer, "", new Date())));
		expect(results.filter((result) => result.ok)).toHaveLength(1);
		expect(await signInWithPasskey(answer, "", new Date())).toEqual(NOT_VERIFIED);
	});

	it("with a counter that does not go up: the key was copied", async () => {
		expect(await signIn({ counter: 7 })).toMatchObject({ ok: true });
		for (const counter of [7, 6, 1]) expect(await signIn({ counter })).toEqual(NOT_VERIFIED);
		expect(await signIn({ counter: 8 })).toMatchObject({ ok: true });
	});

	it("after five minutes", async () => {
		const answer = await answerSignIn();
		expect(await signInWithPasskey(answer, "", new Date(Date.now() + 5 * 60_000 + 1000))).toEqual(NOT_VERIFIED);
	});

	it("with a challenge that is not ours, or was for adding one", async () => {
		const { response } = await answerSignIn();
		const other = await newReader(`${crypto.randomUUID()}@example.org`);
		const { token } = await startNewPasskey({ id: other.userId, email: other.email }, new Date());
		for (const wrong of ["", "made.up.token", token])
			expect(await signInWithPasskey({ token: wrong, response }, "", new Date())).toEqual(NOT_VERIFIED);
	});

	it("after ten tries within a minute", async () => {
		for (let count = 0; count < 10; count += 1) await signIn({ origin: "https://evil.example" });
		expect(await signIn()).toEqual(NOT_VERIFIED);
	});
});

describe("adding a passkey is refused", () => {
	it.each([
		["from another site", { origin: "https://evil.example" }],
		["for another host", { rpId: "evil.example" }],
	] as [string, Lie][])("%s", async (_what, lie) => {
		const user = await newReader(`${crypto.randomUUID()}@example.org`);
		expect((await register(user, lie)).result).toEqual(NOT_VERIFIED);
		expect(await listPasskeys(user.userId)).toEqual([]);
	});

	it("with a challenge that was somebody else's, or is used", async () => {
		const [ada, mallory] = [await newReader("ada2@example.org"), await newReader("mallory@example.org")];
		const { options, token } = await startNewPasskey({ id: mallory.userId, email: mallory.email }, new Date());
		const response = device.create(options);
		expect(await addPasskey(ada.userId, "Theirs", { token, response }, new Date())).toEqual(NOT_VERIFIED);
		expect(await addPasskey(mallory.userId, "Mine", { token, response }, new Date())).toEqual({ ok: true });
		expect(await addPasskey(mallory.userId, "Again", { token, response }, new Date())).toEqual(NOT_VERIFIED);
		expect(await listPasskeys(ada.userId)).toEqual([]);
	});

	it("once there are twenty, and after twenty tries within the hour", async () => {
		const user = await newReader("many@example.org");
		for (let count = 0; count < 20; count += 1) expect((await register(user)).result.ok).toBe(true);
		expect((await register(user)).result).toEqual({ ok: false, reason: "too-many" });
		await db().cooldown.deleteMany();
		expect((await register(user)).result).toEqual({ ok: false, reason: "too-many" });
		expect(await listPasskeys(user.userId)).toHaveLength(20);
	});
});
