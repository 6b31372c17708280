import { refresh, revalidatePath } from "next/cache";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { setRole } from "@/lib/accounts/roles";
import { decideAction } from "@/lib/curation/actions";
import { CURATE_WORDS, DECISION_DONE } from "@/lib/curation/words";
import * as client from "@/lib/db/client";
import { log } from "@/lib/log";
import { signInAs } from "../accounts/signing-in";
import { actsAbout, type Desk, everyAct, layDesk, standing } from "./desk";

const SITE = process.env.APP_URL ?? "";

let request = new Headers();
let desk: Desk;
let cookie = "";

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ refresh: vi.fn(), revalidatePath: vi.fn() }));

beforeAll(async () => {
	({ cookie } = await signInAs("grace@example.org"));
});
beforeEach(async () => {
	request = new Headers({ origin: SITE, host: new URL(SITE).host });
	vi.mocked(revalidatePath).mockClear();
	vi.mocked(refresh).mockClear();
	desk = await layDesk();
});

function form(fields: Record<string, string | number>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
	return data;
}

async function signIn(role: "curator" | "reader"): Promise<void> {
	request.set("cookie", cookie);
	await setRole("grace@example.org", role);
}

it("does what the pressed button says, and has the page made anew", async () => {
	await signIn("curator");
	const hide = form({ act: "hide_comment", id: desk.comment, reason: " an advert " });
	expect(await decideAction({}, hide)).toEqual({ done: DECISION_DONE.hide_comment });
	expect(vi.mocked(revalidatePath).mock.calls).toEqual([[`/papers/${desk.paper}`]]);
	expect(refresh).toHaveBeenCalledOnce();
	expect(await actsAbout(desk)).toMatchObject([{ detail: { comment: desk.comment, reason: "an advert" } }]);
	await decideAction({}, form({ act: "approve_claim", id: desk.claim }));
	expect(vi.mocked(revalidatePath)).toHaveBeenCalledWith("/authors/[slug]/[[...view]]", "page");
});

it("tells who comes second that it was decided, and shows the queue as it is now", async () => {
	await signIn("curator");
	await decideAction({}, form({ act: "void_votes", id: desk.hold }));
	vi.mocked(refresh).mockClear();
	const second = await decideAction({}, form({ act: "accept_votes", id: desk.hold }));
	expect(second).toEqual({ problem: CURATE_WORDS["already-decided"] });
	expect(refresh).toHaveBeenCalledOnce();
});

it("does nothing for who is signed out, a reader, or a curator no longer", async () => {
	const before = await standing(desk);
	const pressAll = async () => {
		for (const { act, id } of everyAct(desk))
			expect(await decideAction({}, form({ act, id }))).toEqual({ problem: CURATE_WORDS["not-a-curator"] });
	};
	await pressAll();
	await signIn("reader");
	await pressAll();
	await signIn("curator");
	await setRole("grace@example.org", "reader");
	await pressAll();
	expect(await standing(desk)).toEqual(before);
	expect(revalidatePath).not.toHaveBeenCalled();
});

it("refuses forms of other sites, and what is no form of ours", async () => {
	await signIn("curator");
	const others: Record<string, string | number>[] = [
		{},
		{ act: "hide_comment", id: "1; DROP" },
		{ act: "void_votes", id: desk.comment },
		{ act: "hide", id: desk.comment },
	];
	for (const fields of others)
		expect(await decideAction({}, form(fields))).toEqual({ problem: CURATE_WORDS["no-form"] });
	request.set("origin", "https://evil.example");
	const foreign = await decideAction({}, form({ act: "void_votes", id: desk.hold }));
	expect(foreign).toEqual({ problem: CURATE_WORDS["foreign-form"] });
	expect(await actsAbout(desk)).toEqual([]);
});

it("says so when the database is away", async () => {
	await signIn("curator");
	const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
	vi.spyOn(client, "db").mockImplementation(() => {
		throw new Error("away");
	});
	expect(await decideAction({}, form({ act: "void_votes", id: desk.hold }))).toEqual({ problem: CURATE_WORDS.failed });
	expect(error).toHaveBeenCalledOnce();
	vi.restoreAllMocks();
});
