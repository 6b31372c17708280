import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as callback } from "@/app/api/auth/callback/orcid/route";
import { POST as start } from "@/app/api/auth/orcid/route";
import { findOrcidProof } from "@/lib/accounts/oauth-orcid";
import { log } from "@/lib/log";
import { oauthSettings, startFakeOAuth } from "../../fakes/oauth";
import { signInAs } from "./signing-in";

const SITE = process.env.APP_URL ?? "";
const PERSON = { orcid: { orcid: "0000-0002-1825-0097", name: "Josiah Carberry" } };
const NEXT = "/authors/josiah-carberry/claim";

let fake: Awaited<ReturnType<typeof startFakeOAuth>>;
let user: Awaited<ReturnType<typeof signInAs>>;
let other: Awaited<ReturnType<typeof signInAs>>;

beforeAll(async () => {
	fake = await startFakeOAuth();
	Object.assign(process.env, oauthSettings(fake.url));
	user = await signInAs("josiah@example.org");
	other = await signInAs("other@example.org");
});
afterAll(() => fake.close());
beforeEach(() => {
	fake.faults.length = 0;
	fake.comes(PERSON);
	vi.spyOn(log, "warn").mockImplementation(() => undefined);
});

const cookieOf = (answer: Response, name: string) =>
	answer.headers
		.getSetCookie()
		.find((line) => line.startsWith(`${name}=`) && !/max-age=0/i.test(line))
		?.split(";")[0];

async function begin(cookie = user.cookie, origin = SITE) {
	const answer = await start(
		new Request(`${SITE}/api/auth/orcid`, { method: "POST", headers: { origin, cookie }, body: `next=${NEXT}` }),
	);
	const leads = /content="0;url=([^"]+)"/.exec(await answer.text())?.[1]?.replaceAll("&amp;", "&");
	return { answer, leads, asked: cookieOf(answer, "orcid_asked") ?? "" };
}

const comeBack = (address: URL, cookie: string) => callback(new Request(address, { headers: { cookie } }));

async function prove() {
	const { leads, asked } = await begin();
	return comeBack(await fake.visit(leads ?? ""), `${user.cookie}; ${asked}`);
}

const proofOf = (answer: Response, userId: string, now = new Date()) =>
	findOrcidProof(userId, new Headers({ cookie: cookieOf(answer, "orcid_proof") ?? "" }), now);

describe("proving an ORCID iD", () => {
	it("leads back to the page that wants it, which finds iD and name for an hour, for this user alone", async () => {
		const answer = await prove();
		expect([answer.status, answer.headers.get("location")]).toEqual([303, NEXT]);
		expect(await proofOf(answer, user.userId)).toEqual({ orcid: "0000-0002-1825-0097", name: "Josiah Carberry" });
		expect(await proofOf(answer, other.userId)).toBeUndefined();
		expect(await proofOf(answer, user.userId, new Date(Date.now() + 3_601_000))).toBeUndefined();
		expect(answer.headers.getSetCookie().join()).toMatch(/orcid_proof=[^;]+;.*HttpOnly/i);
	});

	it("asks for the iD and nothing else", async () => {
		await prove();
		expect(fake.authorized.at(-1)?.searchParams.get("scope")).toBe("/authenticate");
	});

	it("takes an iD whose check is X, and a name that its owner does not show", async () => {
		fake.comes({ orcid: { orcid: "0000-0002-1694-233X", name: null } });
		expect(await proofOf(await prove(), user.userId)).toEqual({ orcid: "0000-0002-1694-233X", name: "" });
	});

	it.each([{ orcid: "0000-0002-1825-0098" }, { orcid: "https://orcid.org/0000-0002-1825-0097" }, {}, { orcid: 7 }])(
		"is refused with %j for an answer",
		async (orcid) => {
			fake.comes({ orcid });
			const answer = await prove();
			expect([answer.status, cookieOf(answer, "orcid_proof")]).toEqual([400, undefined]);
		},
	);

	it("is refused when ORCID fails, and when its owner declines", async () => {
		fake.faults.push({ path: /token/, as: { status: 500, type: "text/html", body: "<h1>Down</h1>" } });
		expect(await (await prove()).text()).toContain("did not answer");
		fake.comes(PERSON, { declines: true });
		expect(await (await prove()).text()).toContain("did not go on");
	});

	it("is refused in another browser, with a forged state, for another user, and signed out", async () => {
		const { leads, asked } = await begin();
		const address = await fake.visit(leads ?? "");
		const forged = new URL(address);
		forged.searchParams.set("state", "forged");
		for (const [url, cookie, status] of [
			[address, user.cookie, 400],
			[forged, `${user.cookie}; ${asked}`, 400],
			[address, `${other.cookie}; ${asked}`, 400],
			[address, asked, 401],
		] as const) {
			const answer = await comeBack(url, cookie);
			expect([answer.status, cookieOf(answer, "orcid_proof")]).toEqual([status, undefined]);
		}
	});

	it("works once with one return", async () => {
		const { leads, asked } = await begin();
		const address = await fake.visit(leads ?? "");
		expect((await comeBack(address, `${user.cookie}; ${asked}`)).status).toBe(303);
		expect((await comeBack(address, `${user.cookie}; ${asked}`)).status).toBe(400);
	});

	it("begins for who is signed in, from our own pages", async () => {
		expect((await begin("")).answer.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(NEXT)}`);
		expect((await begin(user.cookie, "https://evil.example")).answer.status).toBe(403);
	});
});
