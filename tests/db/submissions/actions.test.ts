import { revalidatePath } from "next/cache";
import { beforeEach, expect, it, vi } from "vitest";
import { curateAction } from "@/lib/curation/actions";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { submitAction } from "@/lib/submissions/actions";
import type { SubmitState } from "@/lib/submissions/types";
import { signInAs } from "../accounts/signing-in";
import { addListed, newPaper, today, tokenFor } from "./scene";

const SITE = process.env.APP_URL ?? "";
const EMPTY: SubmitState = { step: "paste", text: "" };

let request = new Headers();

vi.mock("next/headers", () => ({ headers: async () => request }));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn() }));

beforeEach(() => {
	request = new Headers({ origin: SITE, host: new URL(SITE).host });
	vi.mocked(revalidatePath).mockClear();
});

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

async function signIn(address: string): Promise<string> {
	const { userId, cookie } = await signInAs(address);
	request.set("cookie", cookie);
	return userId;
}

it("listing renews the day, the front page and the paper; looking up renews nothing", async () => {
	const userId = await signIn("ada@example.org");
	const token = await tokenFor(userId, newPaper("2611.00001"));
	expect(await submitAction(EMPTY, form({ paper: "2611.00001v1", token }))).toMatchObject({
		step: "listed",
		text: "2611.00001v1",
		date: today(),
	});
	const pages = ["/papers/date/newest", `/papers/date/${today()}`, "/papers/2611.00001"];
	expect(vi.mocked(revalidatePath).mock.calls.map(([page]) => page)).toEqual(expect.arrayContaining(pages));
	vi.mocked(revalidatePath).mockClear();
	expect(await submitAction(EMPTY, form({ paper: "2611.00001" }))).toMatchObject({ step: "known" });
	expect(revalidatePath).not.toHaveBeenCalled();
});

it.each(["https://evil.example", "null", ""])("from origin %j does nothing", async (origin) => {
	const userId = await signIn(`lured${origin.length}@example.org`);
	request = new Headers({ ...(origin && { origin }), cookie: request.get("cookie") ?? "", host: new URL(SITE).host });
	const token = await tokenFor(userId, newPaper("2611.00002"));
	expect(await submitAction(EMPTY, form({ paper: "2611.00002", token }))).toMatchObject({
		step: "paste",
		problem: expect.stringContaining("did not come from this site"),
	});
	const id = await addListed(`2611.1${String(origin.length).padStart(4, "0")}`, today());
	await db().user.update({ where: { id: userId }, data: { role: "curator" } });
	expect(await curateAction({}, form({ act: "hide", paper: id }))).toMatchObject({ problem: expect.any(String) });
	expect(await db().auditAct.count({ where: { actorId: userId } })).toBe(0);
});

it("signed out, leads to signing in with what was typed, and changes nothing", async () => {
	const token = await tokenFor("nobody", newPaper("2611.00003"));
	const error = await submitAction(EMPTY, form({ paper: "a b", token })).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({
		digest: expect.stringContaining("/sign-in?next=%2Fpapers%2Fsubmit%3Fpaper%3Da%2Bb"),
	});
	expect(await db().paper.count({ where: { id: "2611.00003" } })).toBe(0);
});

it("while the database is down keeps text and preview, and logs one line that names nobody", async () => {
	const userId = await signIn("down@example.org");
	const lines = vi.spyOn(log, "error").mockImplementation(() => undefined);
	vi.spyOn(db().session, "findFirst").mockRejectedValue(new Error("connect ECONNREFUSED down@example.org"));
	expect(await submitAction(EMPTY, form({ paper: "2611.00004" }))).toMatchObject({ step: "paste", text: "2611.00004" });
	const { publishedAt: _, ...paper } = newPaper("2611.00004");
	const token = await tokenFor(userId, newPaper("2611.00004"));
	const preview: SubmitState = { step: "preview", text: "x", token, paper: { ...paper, publishedOn: today() } };
	expect(await submitAction(preview, form({ paper: "x", token }))).toEqual({
		...preview,
		problem: expect.stringContaining("database can't be reached"),
	});
	expect(lines).toHaveBeenCalledTimes(2);
	expect(revalidatePath).not.toHaveBeenCalled();
});

it("a curator's act renews both days; what was typed is kept when it was wrong, and nonsense is refused", async () => {
	const userId = await signIn("curator@example.org");
	const id = await addListed("2611.00005", "2026-11-20" as never);
	const move = (date: string) => curateAction({}, form({ act: "move", paper: id, date }));
	expect(await move("2026-11-21")).toMatchObject({ problem: "There is no such page." });
	await db().user.update({ where: { id: userId }, data: { role: "curator" } });
	expect(await move("2999-01-01")).toMatchObject({
		date: "2999-01-01",
		problem: expect.stringContaining("has no list"),
	});
	expect(await move("2026-11-21")).toEqual({ done: "Moved." });
	expect(vi.mocked(revalidatePath).mock.calls.map(([page]) => page)).toEqual(
		expect.arrayContaining([
			"/papers/date/newest",
			"/papers/date/2026-11-20",
			"/papers/date/2026-11-21",
			"/papers/week/[week]/[[...view]]",
			"/papers/2611.00005",
		]),
	);
	expect(await curateAction({}, form({ act: "delete", paper: id }))).toMatchObject({ problem: expect.any(String) });
});
