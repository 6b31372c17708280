import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { disconnect, listConnections } from "@/lib/accounts/oauth";
import { currentUser } from "@/lib/accounts/queries";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { gitHubPerson, huggingFacePerson, oauthSettings, startFakeOAuth } from "../../fakes/oauth";
import { openBrowser } from "./oauth-browser";
import { signInAs } from "./signing-in";

let fake: Awaited<ReturnType<typeof startFakeOAuth>>;
let browser: ReturnType<typeof openBrowser>;

beforeAll(async () => {
	fake = await startFakeOAuth();
	Object.assign(process.env, oauthSettings(fake.url));
});
afterAll(() => fake.close());

beforeEach(async () => {
	browser = openBrowser(fake);
	vi.spyOn(log, "warn").mockImplementation(() => undefined);
	await db().cooldown.deleteMany();
});

const viewer = () => currentUser(new Headers({ cookie: browser.cookie() }));
const accountsOf = (email: string) => db().account.findMany({ where: { user: { email } } });

describe("connecting a service", () => {
	async function signedIn(email: string) {
		const { cookies } = await signInAs(email);
		for (const { name, value } of cookies) browser.jar.set(name, encodeURIComponent(value));
	}

	it("lets its owner sign in with it from then on, whatever the address there", async () => {
		await signedIn("connects@example.org");
		fake.comes(gitHubPerson(60, "other-address@example.org"));
		expect(await browser.go("connect", "github")).toBe("/settings");
		browser = openBrowser(fake);
		await browser.go("sign-in", "github");
		expect((await viewer())?.email).toBe("connects@example.org");
	});

	it("takes being signed in", async () => {
		const { answer } = await browser.begin("connect", "github");
		expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fsettings");
	});

	it("is refused with an unverified address", async () => {
		await signedIn("unproven@example.org");
		fake.comes(gitHubPerson(61, "unproven@example.org", false));
		expect(await browser.go("connect", "github")).toBe("/settings?refused=github.not-connected");
		expect(await accountsOf("unproven@example.org")).toEqual([]);
	});

	it("is refused for who has signed out meanwhile", async () => {
		await signedIn("left@example.org");
		fake.comes(gitHubPerson(62, "left@example.org"));
		const { leads } = await browser.begin("connect", "github");
		await db().session.deleteMany({ where: { user: { email: "left@example.org" } } });
		expect(await browser.comeBack("github", await fake.visit(leads ?? ""))).toBe(
			"/settings?refused=github.not-connected",
		);
		expect(await accountsOf("left@example.org")).toEqual([]);
	});

	it("can be taken back, though it was the way in: mail still is", async () => {
		fake.comes(gitHubPerson(64, "leaver@example.org"));
		await browser.go("sign-in", "github");
		const id = (await viewer())?.id ?? "";
		expect(await listConnections(id)).toEqual([
			{ service: "github", since: expect.any(Date) },
			{ service: "huggingface", since: undefined },
		]);
		await disconnect(id, "github");
		expect(await listConnections(id)).toMatchObject([{ since: undefined }, { since: undefined }]);
		expect((await signInAs("leaver@example.org")).userId).toBe(id);
		browser = openBrowser(fake);
		expect(await browser.go("sign-in", "github")).toBe("/sign-in?refused=github.address-taken");
	});

	it("is refused if it is connected to somebody else, and stays theirs", async () => {
		fake.comes(gitHubPerson(63, "first@example.org"));
		await browser.go("sign-in", "github");
		browser = openBrowser(fake);
		await signedIn("second@example.org");
		expect(await browser.go("connect", "github")).toBe("/settings?refused=github.connected-elsewhere");
		expect([(await accountsOf("first@example.org")).length, await accountsOf("second@example.org")]).toEqual([1, []]);
	});
});

describe("somebody who registers another's address before them", () => {
	it("gets no account by an unverified address", async () => {
		fake.comes(huggingFacePerson("hf-mallory", "victim@example.org", false));
		await browser.go("sign-in", "huggingface");
		expect(await db().user.count({ where: { email: "victim@example.org" } })).toBe(0);
	});

	it("is out as soon as the owner signs in by mail, even if such an account is there", async () => {
		const planted = { id: "planted", name: "", email: "planted@example.org", emailVerified: false };
		const account = { id: "planted-account", providerId: "github", accountId: "70" };
		const session = { id: "planted-session", token: "planted-token", expiresAt: new Date(Date.now() + 3_600_000) };
		await db().user.create({ data: { ...planted, accounts: { create: account }, sessions: { create: session } } });
		const owner = await signInAs("planted@example.org");
		fake.comes(gitHubPerson(70, "planted@example.org"));
		await browser.go("sign-in", "github");
		expect(await viewer()).toBeUndefined();
		fake.comes(gitHubPerson(70, "mallory@example.org"));
		await browser.go("sign-in", "github");
		expect((await viewer())?.id).not.toBe(owner.userId);
		expect(await accountsOf("planted@example.org")).toEqual([]);
		expect(await db().session.count({ where: { id: "planted-session" } })).toBe(0);
	});
});
