import { revalidatePath } from "next/cache";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { GET as comeBack } from "@/app/api/auth/callback/orcid/route";
import { POST as start } from "@/app/api/auth/orcid/route";
import { claimAction } from "@/lib/claims/actions";
import { CLAIM_DONE, CLAIM_WORDS } from "@/lib/claims/words";
import { db } from "@/lib/db/client";
import { oauthSettings, startFakeOAuth } from "../../fakes/oauth";
import { signInAs } from "../accounts/signing-in";
import { addAuthor } from "./scene";

const SITE = process.env.APP_URL ?? "";
const EMPTY = { note: "" };

let fake: Awaited<ReturnType<typeof startFakeOAuth>>;
let request = new Headers();
let author = "";
let count = 0;

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ refresh: vi.fn(), revalidatePath: vi.fn() }));

beforeAll(async () => {
	fake = await startFakeOAuth();
	Object.assign(process.env, oauthSettings(fake.url));
});
afterAll(() => fake.close());
beforeEach(async () => {
	count += 1;
	request = new Headers({ origin: SITE, host: new URL(SITE).host });
	vi.mocked(revalidatePath).mockClear();
	author = (await addAuthor("Josiah Carberry", `josiah-carberry-${count}`, `2611.${String(60_000 + count)}`)).slug;
});

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries({ author, ...fields })) data.set(name, value);
	return data;
}

async function signIn(): Promise<string> {
	const { cookie } = await signInAs(`josiah${count}@example.org`);
	request.set("cookie", cookie);
	return cookie;
}

/** Goes to ORCID and back, and gives the cookie that the browser keeps from there. */
async function prove(cookie: string): Promise<string> {
	const headers = { origin: SITE, cookie };
	const body = `next=/claims/${author}`;
	const begun = await start(new Request(`${SITE}/api/auth/orcid`, { method: "POST", headers, body }));
	const leads = /content="0;url=([^"]+)"/.exec(await begun.text())?.[1]?.replaceAll("&amp;", "&") ?? "";
	const asked = begun.headers.getSetCookie()[0]?.split(";")[0];
	const back = await comeBack(new Request(await fake.visit(leads), { headers: { cookie: `${cookie}; ${asked}` } }));
	expect(back.headers.get("location")).toBe(`/claims/${author}`);
	return (
		back.headers
			.getSetCookie()
			.find((line) => line.startsWith("orcid_proof="))
			?.split(";")[0] ?? ""
	);
}

const claims = () => db().authorClaim.findMany({ where: { author: { slug: author } } });

it("asks, and gives up", async () => {
	await signIn();
	const note = "See example.org.";
	expect(await claimAction(EMPTY, form({ act: "ask", note }))).toEqual({ note, done: CLAIM_DONE.asked });
	expect(await claims()).toMatchObject([{ state: "asked", note, orcid: null }]);
	expect(revalidatePath).not.toHaveBeenCalled();
	expect(await claimAction(EMPTY, form({ act: "withdraw" }))).toMatchObject({ done: CLAIM_DONE.withdrawn });
	expect(await claims()).toEqual([]);
});

it("approves at once what ORCID proves, and has the pages made anew", async () => {
	fake.comes({ orcid: { orcid: "0000-0002-1825-0097", name: "Josiah Carberry" } });
	const cookie = await signIn();
	request.set("cookie", `${cookie}; ${await prove(cookie)}`);
	expect(await claimAction(EMPTY, form({ act: "ask" }))).toMatchObject({ done: CLAIM_DONE.approved });
	expect(await claims()).toMatchObject([{ state: "approved", orcid: "0000-0002-1825-0097" }]);
	expect(vi.mocked(revalidatePath).mock.calls).toEqual([
		["/authors/[slug]/[[...view]]", "page"],
		[`/papers/2611.${60_000 + count}`],
	]);
});

it("takes nobody else's proof", async () => {
	fake.comes({ orcid: { orcid: "0000-0002-1825-0097", name: "Josiah Carberry" } });
	const proof = await prove((await signInAs("somebody-else@example.org")).cookie);
	request.set("cookie", `${await signIn()}; ${proof}`);
	expect(await claimAction(EMPTY, form({ act: "ask" }))).toMatchObject({ done: CLAIM_DONE.asked });
	expect(await claims()).toMatchObject([{ state: "asked", orcid: null }]);
});

it("keeps the note whatever stands in the way", async () => {
	const note = "It is me.";
	expect(await claimAction(EMPTY, form({ act: "ask", note }))).toEqual({ note, problem: CLAIM_WORDS["signed-out"] });
	await signIn();
	const nobody = await claimAction(EMPTY, form({ act: "ask", note, author: "nobody-at-all" }));
	expect(nobody).toEqual({ note, problem: CLAIM_WORDS["unknown-author"] });
	const long = "x".repeat(1001);
	expect(await claimAction(EMPTY, form({ act: "ask", note: long }))).toMatchObject({
		note: long,
		problem: expect.stringContaining("1,000 characters"),
	});
	expect(await claimAction(EMPTY, form({ act: "other", note }))).toEqual({ note, problem: CLAIM_WORDS["no-form"] });
	request.set("origin", "https://evil.example");
	const foreign = await claimAction(EMPTY, form({ act: "ask", note }));
	expect(foreign).toEqual({ note, problem: CLAIM_WORDS["foreign-form"] });
	expect(await claims()).toEqual([]);
});
