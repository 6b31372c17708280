import { describe, expect, it } from "vitest";
import { takeMailTurn } from "@/lib/accounts/cooldowns";
import { requestSignIn } from "@/lib/accounts/mutations";
import { db } from "@/lib/db/client";
import { mailsTo, signInAs } from "./signing-in";

/** As if so many seconds had gone by. */
async function wait(seconds: number): Promise<void> {
	await db().$executeRaw`UPDATE cooldowns SET expires_at = expires_at - make_interval(secs => ${seconds})`;
}

describe("mails to one address", () => {
	it("come at most once a minute, also when 20 ask at once", async () => {
		const turns = await Promise.all(Array.from({ length: 20 }, () => takeMailTurn("eager@example.org")));
		expect(turns.filter((turn) => turn === "granted")).toHaveLength(1);
		expect(turns.filter((turn) => turn === "too-soon")).toHaveLength(19);
		await wait(59);
		expect(await takeMailTurn("eager@example.org")).toBe("too-soon");
		await wait(1);
		expect(await takeMailTurn("eager@example.org")).toBe("granted");
	});

	it("come at most five times in an hour", async () => {
		const turns = [];
		for (let minute = 0; minute < 7; minute += 1) {
			turns.push(await takeMailTurn("patient@example.org"));
			await wait(60);
		}
		expect(turns).toEqual(["granted", "granted", "granted", "granted", "granted", "too-many", "too-many"]);
		await wait(3600);
		expect(await takeMailTurn("patient@example.org")).toBe("granted");
	});

	it("do not hold up those to another", async () => {
		expect(await takeMailTurn("one@example.org")).toBe("granted");
		expect(await takeMailTurn("other@example.org")).toBe("granted");
	});
});

describe("mails of the whole site", () => {
	it("stop when more than a hundred addresses ask within a minute", async () => {
		await db().cooldown.deleteMany();
		for (let count = 0; count < 100; count += 1) await takeMailTurn(`stranger${count}@example.org`);
		expect(await takeMailTurn("stranger100@example.org")).toBe("crowded");
		await wait(60);
		expect(await takeMailTurn("stranger100@example.org")).toBe("granted");
	});
});

describe("asking for a link", () => {
	it("is answered alike whether or not there is an account", async () => {
		await signInAs("known@example.org");
		await db().cooldown.deleteMany();
		const known = [await requestSignIn("known@example.org", {}), await requestSignIn("known@example.org", {})];
		const unknown = [await requestSignIn("unknown@example.org", {}), await requestSignIn("unknown@example.org", {})];
		expect(known).toEqual([{ ok: true }, { ok: false, reason: "too-soon" }]);
		expect(unknown).toEqual(known);
		const [[ofKnown], [ofUnknown]] = [
			(await mailsTo("known@example.org")).slice(-1),
			await mailsTo("unknown@example.org"),
		];
		expect(ofKnown?.subject).toBe(ofUnknown?.subject);
		expect(await db().user.count({ where: { email: "unknown@example.org" } })).toBe(0);
	});

	it("keeps no address in the clear", async () => {
		await requestSignIn("hidden@example.org", {});
		expect(JSON.stringify(await db().cooldown.findMany())).not.toContain("hidden");
	});

	it("can be done again at once when the mail could not be sent", async () => {
		const outbox = process.env.OUTBOX_DIR;
		const { env } = await import("@/lib/env");
		Object.assign(env(), { OUTBOX_DIR: "/dev/null/nowhere" });
		expect(await requestSignIn("unsent@example.org", {})).toEqual({ ok: false, reason: "not-sent" });
		Object.assign(env(), { OUTBOX_DIR: outbox });
		expect(await requestSignIn("unsent@example.org", {})).toEqual({ ok: true });
	});
});
