import { refresh } from "next/cache";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { setRole } from "@/lib/accounts/roles";
import * as client from "@/lib/db/client";
import { log } from "@/lib/log";
import { findSubscriberAction, operateAction } from "@/lib/operator/actions";
import { OPERATE_DONE, OPERATE_WORDS } from "@/lib/operator/words";
import { signInAs } from "../accounts/signing-in";
import { addChooser, clear } from "./scene";

const SITE = process.env.APP_URL ?? "";
const ADDRESS = "grace@example.org";

let request = new Headers();
let cookie = "";

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({
	redirect: (path: string) => {
		throw new Error(`led to ${path}`);
	},
}));

beforeAll(async () => {
	({ cookie } = await signInAs(ADDRESS));
});

beforeEach(async () => {
	await clear();
	request = new Headers({ origin: SITE, host: new URL(SITE).host, cookie });
	await setRole(ADDRESS, "curator");
	vi.mocked(refresh).mockClear();
});

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

const isStopped = async () => (await client.db().digestStop.count()) > 0;

it("does what the pressed button says, and shows the page anew", async () => {
	expect(await operateAction({}, form({ act: "stop_digests" }))).toEqual({ done: OPERATE_DONE.stop_digests });
	expect(refresh).toHaveBeenCalledOnce();
	expect(await isStopped()).toBe(true);
	expect(await operateAction({}, form({ act: "resume_digests" }))).toEqual({ done: OPERATE_DONE.resume_digests });
	expect(await isStopped()).toBe(false);
	const id = await addChooser("ada@example.org");
	expect(await operateAction({}, form({ act: "end_subscription", id }))).toEqual({
		done: OPERATE_DONE.end_subscription,
	});
});

it("leads to a subscriber's page by id, and says what is no address and whose it is not", async () => {
	const id = await addChooser("ada@example.org");
	const find = (email: string) => findSubscriberAction({}, form({ email }));
	await expect(find(" Ada@example.org")).rejects.toThrow(`led to /curate/digests/subscribers/${id}`);
	expect(await find("nobody@example.org")).toEqual({ problem: OPERATE_WORDS["unknown-subscriber"] });
	expect(await find("ada")).toEqual({ problem: "Enter an email address such as you@lab.org." });
});

it("does nothing for who is signed out, a reader, or on another site, nor with what is no form of ours", async () => {
	await addChooser("ada@example.org");
	const refusal = async (reason: keyof typeof OPERATE_WORDS) => {
		expect(await operateAction({}, form({ act: "stop_digests" }))).toEqual({ problem: OPERATE_WORDS[reason] });
		expect(await findSubscriberAction({}, form({ email: "ada@example.org" }))).toEqual({
			problem: OPERATE_WORDS[reason],
		});
	};
	for (const origin of ["https://example.com", "null", ""]) {
		request.set("origin", origin);
		await refusal("foreign-form");
	}
	request.set("origin", SITE);
	const others: Record<string, string>[] = [
		{},
		{ act: "drop" },
		{ act: "resend_delivery", id: "1" },
		{ act: "end_subscription" },
	];
	for (const fields of others)
		expect(await operateAction({}, form(fields))).toEqual({ problem: OPERATE_WORDS["no-form"] });
	await setRole(ADDRESS, "reader");
	await refusal("not-a-curator");
	request.delete("cookie");
	await refusal("not-a-curator");
	expect(await isStopped()).toBe(false);
});

it("says that nothing was changed while the database is away", async () => {
	vi.spyOn(log, "error").mockReturnValue();
	vi.spyOn(client, "db").mockImplementation(() => {
		throw new Error("connection refused");
	});
	expect(await operateAction({}, form({ act: "stop_digests" }))).toEqual({ problem: OPERATE_WORDS.failed });
	expect(await findSubscriberAction({}, form({ email: "ada@example.org" }))).toEqual({ problem: OPERATE_WORDS.failed });
});
