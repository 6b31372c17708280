import { beforeEach, describe, expect, it, vi } from "vitest";
import { completeSignInAction, requestSignInAction } from "@/lib/accounts/actions";
import { completeSignIn, requestSignIn } from "@/lib/accounts/mutations";
import { currentUser } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { subscribeAction } from "@/lib/subscribers/actions";
import { browser, destinationOf, formOf } from "./forms";
import { mailsTo, requestToken, signInAs } from "./signing-in";

vi.mock("next/headers", async () => (await import("./forms")).nextHeaders);

beforeEach(async () => {
	browser.restart();
	await db().cooldown.deleteMany();
});

describe("somebody's session cookie, set in another's browser before that one signs in,", () => {
	it("is replaced by signing in, and stays the session of whose it was", async () => {
		const attacker = await signInAs("attacker@example.org");
		const token = await requestToken("victim@example.org");
		browser.request.set("cookie", attacker.cookie);
		await destinationOf(completeSignInAction({}, formOf({ token })));
		const given = [...browser.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
		expect(given).not.toBe(attacker.cookie);
		expect(await currentUser(new Headers({ cookie: given }))).toMatchObject({ email: "victim@example.org" });
		expect(await currentUser(new Headers({ cookie: attacker.cookie }))).toMatchObject({
			email: "attacker@example.org",
		});
	});

	it("with a made-up token is not adopted", async () => {
		const token = await requestToken("fixed@example.org");
		const planted = "broadsheet.session_token=planted.signature; signed_in=1";
		browser.request.set("cookie", planted);
		await destinationOf(completeSignInAction({}, formOf({ token })));
		expect(await currentUser(new Headers({ cookie: planted }))).toBeUndefined();
		expect(browser.jar.get("broadsheet.session_token")).not.toContain("planted");
		expect(await db().session.count({ where: { token: { contains: "planted" } } })).toBe(0);
	});
});

describe("sign-in mails to one victim", () => {
	it("are nine at most within fifty minutes, of a thousand that are asked for", async () => {
		const results: unknown[] = [];
		for (let minute = 0; minute < 50; minute += 1) {
			const asked = await Promise.all(Array.from({ length: 20 }, () => requestSignIn("flooded@example.org", {})));
			results.push(...asked);
			await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - interval '1 minute'`;
		}
		expect(results).toHaveLength(1000);
		// Five that one may have at once, and four more that come back meanwhile.
		expect(await mailsTo("flooded@example.org")).toHaveLength(9);
	});

	it("do not get around it by spelling the address another way", async () => {
		const spellings = ["Spelt@example.org", " spelt@example.org", "SPELT@EXAMPLE.ORG", "spelt@example.org\t"];
		for (const email of spellings) await requestSignInAction({ step: "form", email: "" }, formOf({ email }));
		expect(await mailsTo("spelt@example.org")).toHaveLength(1);
	});
});

describe("whether an address is known", () => {
	beforeEach(async () => {
		await db().user.upsert({
			where: { email: "known@example.org" },
			create: { id: "known", name: "Known", email: "known@example.org", emailVerified: true },
			update: {},
		});
		await db().subscriber.upsert({
			where: { email: "known@example.org" },
			create: { email: "known@example.org", state: "confirmed", confirmedAt: new Date() },
			update: {},
		});
	});

	const blind = (answer: unknown) => JSON.parse(JSON.stringify(answer).replaceAll(/(un)?known@/g, "@"));

	it.each([
		["signing in", (email: string) => requestSignInAction({ step: "form", email: "" }, formOf({ email }))],
		["subscribing", (email: string) => subscribeAction({ status: "idle" } as never, formOf({ email }))],
	])("is not told by %s, first time or second", async (_how, ask) => {
		const known = [await ask("known@example.org"), await ask("known@example.org")];
		const unknown = [await ask("unknown@example.org"), await ask("unknown@example.org")];
		expect(blind(known)).toEqual(blind(unknown));
	});
});

describe("a form that says more than it asks for", () => {
	it("signs in as a reader whose address is the mail's, whatever it says of role, address or id", async () => {
		const email = "plain@example.org";
		const more = {
			role: "curator",
			emailVerified: "false",
			id: "mine",
			userId: "known",
			name: "Admin",
			handle: "admin",
		};
		await requestSignInAction({ step: "form", email: "" }, formOf({ email, ...more }));
		const [mail] = await mailsTo(email);
		const token = /token=(\w+)/.exec(mail?.text ?? "")?.[1] ?? "";
		await destinationOf(completeSignInAction({}, formOf({ token, email: "other@example.org", ...more })));
		const user = await db().user.findUniqueOrThrow({ where: { email } });
		expect(user).toMatchObject({ role: "reader", emailVerified: true, name: "", handle: null, handleKey: null });
		expect(user.id).not.toBe("mine");
	});
});

describe("a sign-in link", () => {
	it("works once, also after another for the same address", async () => {
		const first = await requestToken("owner@example.org");
		await db().cooldown.deleteMany();
		const second = await requestToken("owner@example.org");
		const result = await completeSignIn(second);
		if (!result.ok) throw new Error(result.reason);
		expect(await completeSignIn(second)).toEqual({ ok: false, reason: "link-is-over" });
		expect(await completeSignIn(first)).toMatchObject({ ok: true, value: { userId: result.value.userId } });
		expect(await completeSignIn(first)).toEqual({ ok: false, reason: "link-is-over" });
	});

	it.each([
		"//evil.example",
		"/\\evil.example",
		"https://evil.example",
		"javascript:alert(1)",
		"/%2f%2fevil.example",
		"/..//evil.example",
	])("with %s as the place to go on to leads to the front page", async (next) => {
		const token = await requestToken(`led-${next.length}@example.org`);
		expect(await destinationOf(completeSignInAction({}, formOf({ token, next })))).toBe("/");
	});
});
