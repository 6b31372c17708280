import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { currentUser } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { gitHubPerson, huggingFacePerson, oauthSettings, startFakeOAuth } from "../../fakes/oauth";
import { addPaper, countVotes } from "../votes/voters";
import { openBrowser } from "./oauth-browser";
import { signInAs } from "./signing-in";

const PAPER = "2412.14093";

let fake: Awaited<ReturnType<typeof startFakeOAuth>>;
let browser: ReturnType<typeof openBrowser>;

beforeAll(async () => {
	fake = await startFakeOAuth();
	Object.assign(process.env, oauthSettings(fake.url));
	await addPaper(PAPER);
});
afterAll(() => fake.close());

beforeEach(async () => {
	browser = openBrowser(fake);
	fake.faults.length = 0;
	vi.spyOn(log, "warn").mockImplementation(() => undefined);
	await db().cooldown.deleteMany();
});

const viewer = () => currentUser(new Headers({ cookie: browser.cookie() }));
const accountsOf = (email: string) => db().account.findMany({ where: { user: { email } } });
const people = () => db().user.count();

describe("signing in with a service", () => {
	it.each([
		["github", gitHubPerson(1, "Ada@Example.org"), "ada@example.org", "Ada Lovelace"],
		["huggingface", huggingFacePerson("hf-1", "grace@example.org"), "grace@example.org", "Ada"],
	])("opens an account at %s's first time, and finds it again later", async (service, person, email, name) => {
		fake.comes(person);
		expect(await browser.go("sign-in", service)).toBe("/");
		const first = await viewer();
		expect(first).toMatchObject({ email, name });
		const user = await db().user.findUniqueOrThrow({ where: { email } });
		expect([user.emailVerified, user.image]).toEqual([true, null]);
		browser = openBrowser(fake);
		expect(await browser.go("sign-in", service)).toBe("/");
		expect(await viewer()).toEqual(first);
		expect(await accountsOf(email)).toHaveLength(1);
	});

	it("keeps no token of the service, at neither time", async () => {
		fake.comes(gitHubPerson(2, "tokens@example.org"));
		await browser.go("sign-in", "github");
		await openBrowser(fake).go("sign-in", "github");
		await browser.go("connect", "github");
		const [account] = await accountsOf("tokens@example.org");
		expect(account).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, accountId: "2" });
	});

	it("sets the cookies that a link by mail sets, and leaves none of its own", async () => {
		fake.comes(gitHubPerson(3, "cookies@example.org"));
		await browser.go("sign-in", "github");
		expect([...browser.jar.keys()].sort()).toEqual(["broadsheet.session_token", "signed_in"]);
	});

	it("asks for the address and nothing else, with a state and PKCE", async () => {
		fake.comes(gitHubPerson(4, "scopes@example.org"));
		await browser.go("sign-in", "github");
		const query = fake.authorized.at(-1)?.searchParams;
		expect(query?.get("scope")).toBe("user:email");
		expect(query?.get("code_challenge_method")).toBe("S256");
		expect(query?.get("redirect_uri")).toBe(`${process.env.APP_URL}/api/auth/callback/github`);
		expect(query?.get("state")).toMatch(/^\S{32}$/);
	});

	it("goes on to where they were, and casts the upvote that was the reason", async () => {
		fake.comes(gitHubPerson(5, "voter@example.org"));
		const next = "/papers/date/2026-06-08#paper-2412.14093";
		expect(await browser.go("sign-in", "github", { next, upvote: PAPER })).toBe(next);
		expect((await countVotes(PAPER as never)).rows).toBe(1);
	});

	it("stays on this site", async () => {
		fake.comes(gitHubPerson(6, "redirected@example.org"));
		expect(await browser.go("sign-in", "github", { next: "//evil.example" })).toBe("/");
	});

	it("keeps the name that somebody has given here", async () => {
		fake.comes(gitHubPerson(7, "named@example.org"));
		await browser.go("sign-in", "github");
		await db().user.update({ where: { email: "named@example.org" }, data: { name: "Countess" } });
		await openBrowser(fake).go("sign-in", "github");
		expect((await viewer())?.name).toBe("Countess");
	});

	it("finds the account also after the address at the service has become another's here", async () => {
		fake.comes(gitHubPerson(8, "moved@example.org"));
		await browser.go("sign-in", "github");
		await signInAs("taken-by-now@example.org");
		fake.comes(gitHubPerson(8, "taken-by-now@example.org"));
		browser = openBrowser(fake);
		await browser.go("sign-in", "github");
		expect((await viewer())?.email).toBe("moved@example.org");
	});
});

describe("is refused, and opens no account,", () => {
	const NOBODY = [
		["without an address", gitHubPerson(20, undefined), "github"],
		["with an unverified address", gitHubPerson(21, "unverified@example.org", false), "github"],
		["with an unverified address", huggingFacePerson("hf-21", "unverified@example.org", false), "huggingface"],
		["with an address of which nothing is said", huggingFacePerson("hf-22", "silent@example.org", null), "huggingface"],
		["with an address that is 'true'", huggingFacePerson("hf-23", "odd@example.org", "true"), "huggingface"],
		["with an address that is none", huggingFacePerson("hf-24", "not an address"), "huggingface"],
	] as const;
	it.each(NOBODY)("%s (%#)", async (_what, person, service) => {
		const before = await people();
		fake.comes(person);
		expect(await browser.go("sign-in", service, { next: "/papers" })).toBe(
			`/sign-in?next=%2Fpapers&refused=${service}.no-address`,
		);
		expect([await people(), await viewer()]).toEqual([before, undefined]);
	});

	it("with the address of an account that exists, whoever verified it", async () => {
		await signInAs("owner@example.org");
		fake.comes(gitHubPerson(30, "owner@example.org"));
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.address-taken");
		expect([await accountsOf("owner@example.org"), await viewer()]).toEqual([[], undefined]);
	});

	it("no differently for an unverified address, whether or not it has an account", async () => {
		fake.comes(gitHubPerson(31, "owner@example.org", false));
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.no-address");
	});

	it("when they decline at the service", async () => {
		fake.comes(gitHubPerson(32, "declines@example.org"), { declines: true });
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.cancelled");
	});

	const html = { status: 200, type: "text/html", body: "<!doctype html><html><body>Soon back</body></html>" };
	const down = { status: 500, type: "application/json", body: `{"message":"Server Error"}` };
	const endless = { status: 200, type: "application/json", body: `"${"x".repeat(300_000)}"` };
	it.each([
		["500 for the code", { path: /access_token/, as: down }],
		["a web page for the code", { path: /access_token/, as: html }],
		["a redirect for the code", { path: /access_token/, as: { ...down, status: 302 } }],
		["500 for the person", { path: /user$/, as: down }],
		["403 for the addresses", { path: /emails$/, as: { ...down, status: 403 } }],
		["a web page for the addresses", { path: /emails$/, as: html }],
		["far too much for the person", { path: /user$/, as: endless }],
		["a person without an id", { path: /user$/, as: { ...down, status: 200, body: `{"login":"x"}` } }],
		[
			"a list of addresses that is none",
			{ path: /emails$/, as: { ...down, status: 200, body: `{"email":"a@b.org"}` } },
		],
	])("when the service answers with %s", async (_what, fault) => {
		const before = await people();
		fake.comes(gitHubPerson(40, "faults@example.org"));
		fake.faults.push(fault);
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.failed");
		expect(await people()).toBe(before);
		expect(log.warn).toHaveBeenCalledTimes(1);
		expect(JSON.stringify(vi.mocked(log.warn).mock.calls)).not.toMatch(/faults@|our-client-secret/);
	});

	it("when the service takes too long", async () => {
		const { timeout } = AbortSignal;
		vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout.call(AbortSignal, 50));
		fake.comes(gitHubPerson(41, "slow@example.org"));
		fake.faults.push({ path: /access_token/, as: "hang" });
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.failed");
	});
});

describe("a return from a service", () => {
	async function returnAddress(): Promise<URL> {
		const { leads } = await browser.begin("sign-in", "github", { next: "/papers" });
		return fake.visit(leads ?? "");
	}
	const NOT_BEGUN = "/sign-in?refused=github.not-begun-here";

	it("without a state, with a forged one, or without a code signs nobody in", async () => {
		fake.comes(gitHubPerson(50, "state@example.org"));
		const address = await returnAddress();
		const state = address.searchParams.get("state");
		for (const [change, answer] of [
			[(url: URL) => url.searchParams.delete("state"), NOT_BEGUN],
			[
				(url: URL) => url.searchParams.set("state", "A".repeat(32)),
				"/sign-in?next=%2Fpapers&refused=github.not-begun-here",
			],
			[(url: URL) => url.searchParams.delete("code"), "/sign-in?next=%2Fpapers&refused=github.failed"],
		] as const) {
			const changed = new URL(address);
			change(changed);
			const cookies = new Map(browser.jar);
			expect(await browser.comeBack("github", changed)).toBe(answer);
			for (const [name, value] of cookies) browser.jar.set(name, value);
		}
		expect(state).toBeTruthy();
		expect(await people()).toBe(await db().user.count({ where: { email: { not: "state@example.org" } } }));
	});

	it("in another browser signs nobody in: its owner did not begin there", async () => {
		fake.comes(gitHubPerson(51, "attacker@example.org"));
		const address = await returnAddress();
		const victim = openBrowser(fake);
		expect(await victim.comeBack("github", address)).toBe(NOT_BEGUN);
		expect([...victim.jar]).toEqual([]);
	});

	it("is good once, also with a copy of the cookies", async () => {
		fake.comes(gitHubPerson(52, "replayed@example.org"));
		const address = await returnAddress();
		const cookies = new Map(browser.jar);
		expect(await browser.comeBack("github", address)).toBe("/papers");
		const sessions = await db().session.count();
		expect(await browser.comeBack("github", address)).toBe(NOT_BEGUN);
		const thief = openBrowser(fake);
		for (const [name, value] of cookies) thief.jar.set(name, value);
		expect(await thief.comeBack("github", address)).toBe("/sign-in?next=%2Fpapers&refused=github.failed");
		expect(await db().session.count()).toBe(sessions);
	});

	it("to another service than the one that was begun with signs nobody in", async () => {
		fake.comes({ ...gitHubPerson(53, "mixed@example.org"), ...huggingFacePerson("hf-53", "mixed@example.org") });
		const address = await returnAddress();
		address.pathname = "/api/auth/callback/huggingface";
		expect(await browser.comeBack("huggingface", address)).toBe("/sign-in?next=%2Fpapers&refused=huggingface.failed");
	});

	it("waits for its turn when very many come back", async () => {
		fake.comes(gitHubPerson(54, "crowd@example.org"));
		const address = await returnAddress();
		await db().$executeRaw`INSERT INTO cooldowns VALUES ('oauth-returns', now() + interval '2 minutes')`;
		expect(await browser.comeBack("github", address)).toBe("/sign-in?refused=github.crowded");
	});

	it("while the database is down: 503, and one line in the log", async () => {
		fake.comes(gitHubPerson(55, "down@example.org"));
		const address = await returnAddress();
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connect ECONNREFUSED"));
		expect(await browser.comeBack("github", address)).toBe("status 503");
		expect(lines).toHaveBeenCalledTimes(1);
	});
});

describe("a form that begins", () => {
	it.each(["https://evil.example", "null"])("and comes from %s leads nowhere", async (origin) => {
		for (const act of ["sign-in", "connect"] as const) {
			const { answer, leads } = await browser.begin(act, "github", {}, origin);
			expect([answer.status, leads, answer.headers.getSetCookie()]).toEqual([403, undefined, []]);
		}
	});

	it("and names what is no service here is answered 404", async () => {
		for (const service of ["gitlab", "orcid", "constructor"])
			expect((await browser.begin("sign-in", service)).answer.status).toBe(404);
	});

	it("sets a cookie that no script reads and that no form of another site carries", async () => {
		const { answer } = await browser.begin("sign-in", "github");
		expect(answer.headers.getSetCookie()).toEqual([
			expect.stringMatching(/^broadsheet\.oauth_state=.*HttpOnly; SameSite=lax$/i),
		]);
	});
});
