import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { completeSignInAction, requestSignInAction, signOutAction } from "@/lib/accounts/actions";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { addPaper, countVotes } from "../votes/voters";
import { browser, destinationOf, formOf } from "./forms";
import { linkIn, mailsTo, requestToken, signInAs } from "./signing-in";

const SITE = process.env.APP_URL ?? "";
const PAPER = "2412.14093";

vi.mock("next/headers", async () => (await import("./forms")).nextHeaders);

beforeAll(async () => {
	await addPaper(PAPER);
});

beforeEach(() => {
	browser.restart();
});

const ask = (fields: Record<string, string>) => requestSignInAction({ step: "form", email: "" }, formOf(fields));

describe("asking for a link", () => {
	it("says to look into the inbox, and mails a link with the place and a paper that exists", async () => {
		const fields = { email: " Ada@Example.org ", next: "/papers", upvote: PAPER };
		expect(await ask(fields)).toEqual({ step: "sent", email: "ada@example.org", isInOutbox: true });
		const link = linkIn((await mailsTo("ada@example.org"))[0]);
		expect([link.searchParams.get("next"), link.searchParams.get("upvote")]).toEqual(["/papers", PAPER]);
	});

	it("points to the outbox in a demo alone", async () => {
		Object.assign(env(), { BROADSHEET_DEMO: false });
		expect(await ask({ email: "real@example.org" })).toMatchObject({ step: "sent", isInOutbox: false });
		Object.assign(env(), { BROADSHEET_DEMO: true });
	});

	it("leaves out a place on another site and a paper that we don't hold", async () => {
		await ask({ email: "bob@example.org", next: "//evil.example", upvote: "2412.99999" });
		expect([...linkIn((await mailsTo("bob@example.org"))[0]).searchParams.keys()]).toEqual(["token"]);
	});

	it("keeps what was typed when it is no address, and when it is too soon", async () => {
		expect(await ask({ email: "Ada@nowhere" })).toMatchObject({ step: "form", email: "Ada@nowhere" });
		await ask({ email: "twice@example.org" });
		const again = await ask({ email: "Twice@example.org" });
		expect(again).toMatchObject({ step: "form", email: "Twice@example.org", error: expect.stringMatching(/a minute/) });
	});

	it.each(["https://evil.example", "null", ""])("from origin %j sends nothing", async (origin) => {
		browser.request = new Headers({ ...(origin && { origin }), host: new URL(SITE).host });
		expect(await ask({ email: "victim@example.org" })).toMatchObject({ step: "form", error: expect.any(String) });
		expect(await mailsTo("victim@example.org")).toEqual([]);
	});

	it("says so when the database is down, with one line in the log that names nobody", async () => {
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$executeRaw").mockRejectedValue(new Error("connect ECONNREFUSED"));
		expect(await ask({ email: "down@example.org" })).toMatchObject({ step: "form", email: "down@example.org" });
		expect(lines).toHaveBeenCalledTimes(1);
		expect(JSON.stringify(lines.mock.calls)).not.toContain("down@");
	});
});

describe("pressing the button that the link leads to", () => {
	const press = (fields: Record<string, string>) => completeSignInAction({}, formOf(fields));

	it("signs in, casts the vote and goes on", async () => {
		const token = await requestToken("presser@example.org");
		const next = `/papers/date/2026-06-08#paper-${PAPER}`;
		expect(await destinationOf(press({ token, next, upvote: PAPER }))).toBe(next);
		expect([...browser.jar.keys()]).toEqual(["broadsheet.session_token", "signed_in"]);
		expect(await countVotes(PAPER as never)).toEqual({ counter: 1, rows: 1 });
		expect(await press({ token, next, upvote: PAPER })).toEqual({ linkIsOver: true });
	});

	it("again, by the browser's Back, says that it has worked already", async () => {
		const token = await requestToken("returner@example.org");
		await destinationOf(press({ token }));
		browser.request.set(
			"cookie",
			[...browser.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; "),
		);
		expect(await press({ token })).toEqual({ isSignedIn: true });
		browser.request.set("cookie", "broadsheet.session_token=made.up");
		expect(await press({ token })).toEqual({ linkIsOver: true });
	});

	it("stays on this site", async () => {
		const token = await requestToken("redirected@example.org");
		expect(await destinationOf(press({ token, next: "/\\evil.example" }))).toBe("/");
	});

	it("signs in although the vote fails, and leads to where it can be tried again", async () => {
		const token = await requestToken("unlucky@example.org");
		vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connection lost"));
		expect(await destinationOf(press({ token, next: "/papers", upvote: PAPER }))).toBe(
			`/votes/${PAPER}?next=%2Fpapers`,
		);
		expect(browser.jar.has("signed_in")).toBe(true);
	});

	it("from another site does nothing, and leaves the link good", async () => {
		const token = await requestToken("lured@example.org");
		browser.request = new Headers({ origin: "https://evil.example", host: new URL(SITE).host });
		expect(await press({ token })).toEqual({ error: expect.any(String) });
		expect(browser.jar.size).toBe(0);
		browser.request = new Headers({ origin: SITE });
		expect(await destinationOf(press({ token }))).toBe("/");
	});

	it.each(["", "x", "a".repeat(32)])("with the token %j says that the link is over", async (token) => {
		expect(await press({ token })).toEqual({ linkIsOver: true });
		expect(browser.jar.size).toBe(0);
	});
});

describe("signing out", () => {
	it("takes both cookies and the session away", async () => {
		const { cookie, userId } = await signInAs("leaver@example.org");
		browser.request.set("cookie", cookie);
		browser.jar.set("broadsheet.session_token", "x").set("signed_in", "1");
		expect(await destinationOf(signOutAction({}))).toBe("/");
		expect(browser.jar.size).toBe(0);
		expect(await db().session.count({ where: { userId } })).toBe(0);
	});

	it("that fails says so, and keeps the cookies", async () => {
		const { cookie } = await signInAs("stuck@example.org");
		browser.request.set("cookie", cookie);
		browser.jar.set("signed_in", "1");
		vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db().session, "deleteMany").mockRejectedValue(new Error("connection lost"));
		expect(await signOutAction({})).toEqual({ error: expect.any(String) });
		expect(browser.jar.has("signed_in")).toBe(true);
	});
});
