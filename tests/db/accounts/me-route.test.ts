import { beforeAll, describe, expect, it, vi } from "vitest";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "@/app/api/me/route";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { setVote } from "@/lib/votes/mutations";
import { addPaper } from "../votes/voters";
import { signInAs } from "./signing-in";

const ask = (query = "", cookie = "") =>
	GET(new Request(`${process.env.APP_URL}/api/me${query}`, { headers: cookie ? { cookie } : {} }));

const CLEARED = "signed_in=; Path=/; Max-Age=0; SameSite=Lax";

const NOBODY = {
	signedIn: false,
	handle: null,
	isCurator: false,
	upvoted: [],
	counts: {},
	saved: [],
	seenMode: "off",
	seen: [],
};

describe("/api/me for who is signed in", () => {
	let cookie = "";
	let userId = "";

	beforeAll(async () => {
		({ cookie, userId } = await signInAs("elodie@example.org"));
		await setVote(userId, await addPaper("2412.14093", 175), true);
		await addPaper("hep-th/9901001", 3);
	});

	it("gives votes and fresh counts, and nothing of who it is, to this browser alone", async () => {
		const answer = await ask("?papers=2412.14093,hep-th/9901001,2412.99999,nonsense!", cookie);
		expect(answer.status).toBe(200);
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
		expect(answer.headers.get("set-cookie")).toBeNull();
		expect(await answer.json()).toEqual({
			...NOBODY,
			signedIn: true,
			upvoted: ["2412.14093"],
			counts: {
				"2412.14093": { upvotes: 176, localUpvotes: 1, importedUpvotes: 175 },
				"hep-th/9901001": { upvotes: 3, localUpvotes: 0, importedUpvotes: 3 },
			},
		});
	});

	it("takes no papers at all, and refuses more than 200", async () => {
		expect(await (await ask("", cookie)).json()).toMatchObject({ upvoted: [], counts: {} });
		const answer = await ask(`?papers=${Array(201).fill("2412.14093").join(",")}`, cookie);
		expect(answer.status).toBe(400);
		expect((await answer.json()).error).toMatch(/200/);
	});

	it("while the database is down: 503, and nobody is signed out by it", async () => {
		const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
		vi.spyOn(db().session, "findFirst").mockRejectedValue(new Error("connect ECONNREFUSED"));
		const answer = await ask("", cookie);
		expect(answer.status).toBe(503);
		expect(answer.headers.get("set-cookie")).toBeNull();
		expect(Object.keys(await answer.json())).toEqual(["error"]);
		expect(lines).toHaveBeenCalledTimes(1);
	});

	it("clears the hint once the session is gone", async () => {
		await db().session.deleteMany({ where: { userId } });
		const answer = await ask("?papers=2412.14093", cookie);
		expect(await answer.json()).toEqual(NOBODY);
		expect(answer.headers.get("set-cookie")).toBe(CLEARED);
	});
});

it("takes GET only, and says so in JSON", async () => {
	for (const refuse of [DELETE, OPTIONS, PATCH, POST, PUT]) {
		const answer = refuse();
		expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
		expect(await answer.json()).toEqual({ error: "This address takes GET and HEAD only." });
	}
});

describe("/api/me for who is not", () => {
	it("says so, and sets no cookie", async () => {
		const answer = await ask("?papers=2412.14093");
		expect(await answer.json()).toEqual(NOBODY);
		expect(answer.headers.get("set-cookie")).toBeNull();
	});

	it("clears a hint that came alone or with a made-up session", async () => {
		expect((await ask("", "signed_in=1")).headers.get("set-cookie")).toBe(CLEARED);
		const forged = await ask("", "signed_in=1; broadsheet.session_token=made.up");
		expect(forged.headers.get("set-cookie")).toBe(CLEARED);
	});
});
