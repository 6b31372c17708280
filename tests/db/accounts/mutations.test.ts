import { describe, expect, it } from "vitest";
import { completeSignIn, requestSignIn, signOut } from "@/lib/accounts/mutations";
import { currentUser } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { linkIn, mailsTo, requestToken, signInAs } from "./signing-in";

describe("a sign-in link", () => {
	it("opens an account at the first time and finds it again later", async () => {
		const first = await signInAs("ada@example.org");
		expect(await currentUser(new Headers({ cookie: first.cookie }))).toEqual({
			id: first.userId,
			name: "",
			email: "ada@example.org",
			handle: undefined,
		});
		await db().cooldown.deleteMany();
		await db().verification.deleteMany();
		const mails = await mailsTo("ada@example.org");
		await requestSignIn("ada@example.org", {});
		const news = (await mailsTo("ada@example.org")).filter((mail) => !mails.some((old) => old.text === mail.text));
		const second = await completeSignIn(linkIn(news[0]).searchParams.get("token") ?? "");
		expect(second).toMatchObject({ ok: true, value: { userId: first.userId } });
		expect(await db().user.count({ where: { email: "ada@example.org" } })).toBe(1);
	});

	it("sets a session cookie that scripts can't read, and a hint that they can, both for 30 days", async () => {
		const { cookies } = await signInAs("cookies@example.org");
		const [session, hint] = cookies;
		const shared = { path: "/", maxAge: 2_592_000, secure: false, sameSite: "lax" };
		expect(session?.name).toBe("broadsheet.session_token");
		expect(session?.options).toEqual({ ...shared, httpOnly: true });
		expect(hint).toEqual({ name: "signed_in", value: "1", options: { ...shared, httpOnly: false } });
	});

	it("carries what the person was about to do, and the mail names the paper", async () => {
		const intent = { next: "/papers/date/2026-06-08#paper-2412.14093", upvote: "2412.14093" };
		expect(await requestSignIn("intent@example.org", intent, "A <b>bold</b> title")).toEqual({ ok: true });
		const mails = await mailsTo("intent@example.org");
		const link = linkIn(mails[0]);
		expect(link.searchParams.get("next")).toBe(intent.next);
		expect(link.searchParams.get("upvote")).toBe(intent.upvote);
		expect(mails[0]?.text).toContain("A <b>bold</b> title");
		expect(mails[0]?.html).not.toContain("<b>bold</b>");
	});

	it("is kept as a hash only, with neither browser nor network address beside the session", async () => {
		const token = await requestToken("hash@example.org");
		const rows = await db().verification.findMany();
		expect(JSON.stringify(rows)).not.toContain(token);
		await completeSignIn(token);
		const session = await db().session.findFirstOrThrow({ where: { user: { email: "hash@example.org" } } });
		expect([session.ipAddress || null, session.userAgent || null]).toEqual([null, null]);
	});

	it("works once, also for 20 who open it at once", async () => {
		const token = await requestToken("once@example.org");
		const results = await Promise.all(Array.from({ length: 20 }, () => completeSignIn(token)));
		expect(results.filter((result) => result.ok)).toHaveLength(1);
		expect(await completeSignIn(token)).toEqual({ ok: false, reason: "link-is-over" });
		expect(await db().session.count({ where: { user: { email: "once@example.org" } } })).toBe(1);
	});

	it("is over after 15 minutes", async () => {
		const token = await requestToken("late@example.org");
		const row = await db().verification.findFirstOrThrow({ where: { value: { contains: "late@example.org" } } });
		const life = row.expiresAt.getTime() - row.createdAt.getTime();
		expect(Math.abs(life - 15 * 60_000)).toBeLessThan(5_000);
		await db().verification.update({ where: { id: row.id }, data: { expiresAt: new Date(Date.now() - 1) } });
		expect(await completeSignIn(token)).toEqual({ ok: false, reason: "link-is-over" });
		expect(await db().user.count({ where: { email: "late@example.org" } })).toBe(0);
	});

	it.each(["", "a".repeat(32), "%", "' OR 1=1 --", "magic-link:"])(
		"that is forged (%j) signs nobody in",
		async (token) => {
			const sessions = await db().session.count();
			expect(await completeSignIn(token)).toEqual({ ok: false, reason: "link-is-over" });
			expect(await db().session.count()).toBe(sessions);
		},
	);
});

describe("a session", () => {
	it("ends with signing out, for every copy of its cookie", async () => {
		const { cookie, userId } = await signInAs("leaver@example.org");
		const headers = new Headers({ cookie });
		const cleared = await signOut(headers);
		expect(cleared.map(({ name, value, options }) => [name, value, options.maxAge])).toEqual([
			["broadsheet.session_token", "", 0],
			["signed_in", "", 0],
		]);
		expect(await currentUser(headers)).toBeUndefined();
		expect(await db().session.count({ where: { userId } })).toBe(0);
		await expect(signOut(headers)).resolves.toHaveLength(2);
	});

	it("that is expired counts no more, and reading it changes no row", async () => {
		const { cookie, userId } = await signInAs("expired@example.org");
		await db().session.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } });
		expect(await currentUser(new Headers({ cookie }))).toBeUndefined();
		expect(await db().session.count({ where: { userId } })).toBe(1);
	});

	it("that is old is not renewed by being read", async () => {
		const { cookie, userId } = await signInAs("old@example.org");
		const soon = new Date(Date.now() + 60_000);
		await db().session.updateMany({ where: { userId }, data: { expiresAt: soon } });
		expect(await currentUser(new Headers({ cookie }))).toMatchObject({ id: userId });
		expect((await db().session.findFirstOrThrow({ where: { userId } })).expiresAt).toEqual(soon);
	});

	it("can't be made up: a token without our signature, or with another's, is nobody's", async () => {
		const { cookie, userId } = await signInAs("signed@example.org");
		const { token } = await db().session.findFirstOrThrow({ where: { userId } });
		for (const forged of [token, `${token}.${"A".repeat(43)}=`, cookie.slice(0, -30)]) {
			const headers = new Headers({ cookie: `broadsheet.session_token=${encodeURIComponent(forged)}` });
			expect(await currentUser(headers)).toBeUndefined();
		}
	});
});
