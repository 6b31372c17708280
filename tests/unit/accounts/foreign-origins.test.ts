import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";

const SITE = process.env.APP_URL ?? "";
const ORIGINS = { none: undefined, null: "null", foreign: "https://evil.example", lookalike: `${SITE}.evil.example` };

/** Those that do not come from pages of ours, and have a proof of their own: a signed token, or a secret. */
const OWN_PROOF = [
	"app/api/unsubscribe/route.ts",
	"app/api/comments/mails/route.ts",
	"app/api/internal/revalidate/route.ts",
	"app/api/cron/",
];

const mocks = vi.hoisted(() => ({ request: new Headers(), reached: vi.fn() }));

vi.mock("next/headers", () => ({
	headers: async () => mocks.request,
	cookies: async () => ({ get: () => undefined, set: mocks.reached, delete: mocks.reached }),
}));
vi.mock("next/cache", () => ({ refresh: mocks.reached, revalidatePath: mocks.reached, revalidateTag: mocks.reached }));
vi.mock("@/lib/db/client", () => ({
	db: () => {
		mocks.reached();
		throw new Error("the database was reached");
	},
}));
vi.mock("@/lib/db/session", () => ({
	withSession: async () => {
		mocks.reached();
		throw new Error("the database was reached");
	},
}));

beforeEach(() => {
	mocks.reached.mockClear();
	vi.stubGlobal("fetch", mocks.reached);
});

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name));

/** What a file exports, by name. */
async function load(file: string): Promise<[name: string, call: unknown][]> {
	const { href } = new URL(`../../../${file}`, import.meta.url);
	return Object.entries(await import(/* @vite-ignore */ href));
}

const actionFiles = filesIn("lib").filter(
	(file) => /\.tsx?$/.test(file) && readFileSync(file, "utf8").startsWith('"use server";'),
);
const actions = (
	await Promise.all(actionFiles.map(async (file) => (await load(file)).map((entry) => [file, ...entry] as const)))
).flat();

/** A form with a value for whatever a form of ours has. */
function anyForm(): FormData {
	const form = new FormData();
	const fields = { email: "ada@example.org", token: "a".repeat(32), paper: "2412.14093", handle: "ada", body: "Text" };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

describe.each(Object.entries(ORIGINS))("with %s as its origin", (_name, origin) => {
	const headers = new Headers({ host: new URL(SITE).host, ...(origin !== undefined && { origin }) });

	it.each(actions)("the action of %s, %s, changes nothing and says so", async (_file, _action, call) => {
		if (typeof call !== "function") throw new Error("an action is a function");
		mocks.request = headers;
		const answer: unknown = await call({}, anyForm());
		// Those that only scripts of ours call give nothing.
		if (answer !== undefined) expect(JSON.stringify(answer)).toMatch(/not come from|not sent from/);
		expect(mocks.reached).not.toHaveBeenCalled();
	});

	it.each(filesIn("app").filter((file) => file.endsWith("/route.ts") || file.endsWith("/route.tsx")))(
		"POST to %s is refused",
		async (file) => {
			const post = (await load(file)).find(([name]) => name === "POST")?.[1];
			// Next itself answers 405.
			if (typeof post !== "function") return;
			const request = (contentType: string, body: string) =>
				new Request(`${SITE}/x`, {
					method: "POST",
					headers: { ...Object.fromEntries(headers), "content-type": contentType },
					body,
				});
			for (const sent of [
				request("application/json", JSON.stringify(Object.fromEntries(anyForm()))),
				request(
					"application/x-www-form-urlencoded",
					new URLSearchParams([...anyForm()].map(([k, v]) => [k, String(v)])).toString(),
				),
			]) {
				const answer: Response = await post(sent, { params: Promise.resolve({ id: ["x"] }) });
				const hasOwnProof = OWN_PROOF.some((start) => file.startsWith(start));
				expect(hasOwnProof ? [400, 401, 403, 404] : [403, 404, 405]).toContain(answer.status);
			}
			expect(mocks.reached).not.toHaveBeenCalled();
		},
	);
});

it("reaches the database with our own origin, so that the above shows something", async () => {
	mocks.request = new Headers({ host: new URL(SITE).host, origin: SITE });
	const [, , subscribe] = actions.find(([, name]) => name === "subscribeAction") ?? [];
	if (typeof subscribe !== "function") throw new Error("there is no such action");
	await subscribe({}, anyForm());
	expect(mocks.reached).toHaveBeenCalled();
	expect(actionFiles.length).toBeGreaterThan(3);
});
