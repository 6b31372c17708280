import { beforeEach, describe, expect, it, vi } from "vitest";
import type { VoteState } from "@/lib/votes/types";

const PAPER = "2412.14093";

type Reply = { status?: number; body: unknown };
type Call = {
	url: string;
	body: { upvoted: boolean } | undefined;
	reply: (reply: Reply) => Promise<void>;
	fail: () => Promise<void>;
};

let store: typeof import("@/components/votes/vote-store");
let calls: Call[];
let assign: ReturnType<typeof vi.fn>;
const listeners = new Map<string, (event: object) => void>();

const addEventListener = (type: string, listener: (event: object) => void) => listeners.set(type, listener);

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const state = (upvoted: boolean, upvotes: number): VoteState => ({
	upvoted,
	upvotes,
	localUpvotes: upvotes,
	importedUpvotes: 0,
});

const me = (upvoted: boolean, upvotes: number) => {
	const { upvoted: _, ...counts } = state(upvoted, upvotes);
	return { body: { signedIn: true, upvoted: upvoted ? [PAPER] : [], counts: { [PAPER]: counts } } };
};

const votes = () => calls.filter((call) => call.url === "/api/votes");
const asked = () => calls.filter((call) => call.url.startsWith("/api/me"));

beforeEach(async () => {
	calls = [];
	assign = vi.fn();
	listeners.clear();
	vi.stubGlobal("document", { cookie: "signed_in=1", visibilityState: "visible", addEventListener });
	vi.stubGlobal("navigator", { onLine: true });
	vi.stubGlobal("location", { pathname: "/papers", search: "", assign });
	vi.stubGlobal("window", { addEventListener });
	vi.stubGlobal("fetch", (url: string, init: { body?: string }) => {
		const { promise, resolve, reject } = Promise.withResolvers<Response>();
		calls.push({
			url,
			body: init.body === undefined ? undefined : JSON.parse(init.body),
			reply: async ({ status = 200, body }) => {
				resolve(Response.json(body, { status }));
				await settle();
			},
			fail: async () => {
				reject(new TypeError("Failed to fetch"));
				await settle();
			},
		});
		return promise;
	});
	vi.resetModules();
	store = await import("@/components/votes/vote-store");
});

describe("looking up the viewer's votes", () => {
	it("asks once for all papers of the page, and only with the hint", async () => {
		for (const id of ["1", "2", "3"]) store.watch(id);
		await settle();
		expect(asked().map((call) => call.url)).toEqual(["/api/me?papers=1,2,3"]);
		vi.stubGlobal("document", { cookie: "" });
		store.watch("4");
		await settle();
		expect(asked()).toHaveLength(1);
	});

	it("asks in pieces of 200", async () => {
		for (let id = 0; id < 450; id += 1) store.watch(String(id));
		await settle();
		const sizes = asked().map((call) => new URL(call.url, "http://a").searchParams.get("papers")?.split(",").length);
		expect(sizes).toEqual([200, 200, 50]);
	});

	it("shows what the server says, and nothing of a viewer who is no longer signed in", async () => {
		store.watch(PAPER);
		await settle();
		await asked()[0]?.reply(me(true, 9));
		expect(store.votes.of(PAPER).confirmed).toEqual(state(true, 9));
		listeners.get("pageshow")?.({ persisted: true });
		await settle();
		await asked()[1]?.reply({ body: { signedIn: false, isCurator: false, upvoted: [], counts: {} } });
		expect(store.votes.of(PAPER)).toEqual({});
	});

	it("asks again when the tab comes to the front, where a vote of another tab shows", async () => {
		store.watch(PAPER);
		await settle();
		await asked()[0]?.reply(me(false, 5));
		listeners.get("visibilitychange")?.({});
		await settle();
		await asked()[1]?.reply(me(true, 6));
		expect(store.votes.of(PAPER).confirmed).toEqual(state(true, 6));
	});

	it("does not let an answer undo a press that came after the question", async () => {
		store.watch(PAPER);
		await settle();
		void store.votes.press(PAPER);
		await asked()[0]?.reply(me(false, 5));
		expect(store.votes.of(PAPER).wish).toBe(true);
		await votes()[0]?.reply({ body: state(true, 6) });
		expect(store.votes.of(PAPER)).toMatchObject({ confirmed: state(true, 6) });
		expect(store.votes.of(PAPER).wish).toBeUndefined();
	});

	it("ignores an answer to a question older than the last vote", async () => {
		store.watch(PAPER);
		await settle();
		void store.votes.press(PAPER);
		await votes()[0]?.reply({ body: state(true, 6) });
		await asked()[0]?.reply(me(false, 5));
		expect(store.votes.of(PAPER).confirmed).toEqual(state(true, 6));
	});
});

describe("pressing", () => {
	it("shows the wish at once and the server's counts after", async () => {
		void store.votes.press(PAPER);
		expect(store.votes.of(PAPER).wish).toBe(true);
		expect(votes()[0]?.body).toEqual({ paper: PAPER, upvoted: true });
		await votes()[0]?.reply({ body: state(true, 42) });
		expect(store.votes.of(PAPER).confirmed).toEqual(state(true, 42));
	});

	it("while a request runs sends nothing, and then the last wish", async () => {
		void store.votes.press(PAPER);
		void store.votes.press(PAPER);
		expect(store.votes.of(PAPER).wish).toBe(false);
		expect(votes()).toHaveLength(1);
		await votes()[0]?.reply({ body: state(true, 6) });
		expect(votes()[1]?.body).toEqual({ paper: PAPER, upvoted: false });
		await votes()[1]?.reply({ body: state(false, 5) });
		expect(store.votes.of(PAPER)).toMatchObject({ confirmed: state(false, 5) });
		expect(votes()).toHaveLength(2);
	});

	it("three times while a request runs needs no second one", async () => {
		for (let press = 0; press < 3; press += 1) void store.votes.press(PAPER);
		await votes()[0]?.reply({ body: state(true, 6) });
		expect(votes()).toHaveLength(1);
		expect(store.votes.of(PAPER).wish).toBeUndefined();
	});

	it("that is not saved goes back, says why, and asks how things stand", async () => {
		store.watch(PAPER);
		await settle();
		void store.votes.press(PAPER);
		await votes()[0]?.reply({ status: 503, body: { error: "Your upvote could not be saved. Try again in a minute." } });
		expect(store.votes.of(PAPER)).toEqual({ problem: "Your upvote could not be saved. Try again in a minute." });
		expect(asked()).toHaveLength(2);
		await asked()[1]?.reply(me(true, 6));
		expect(store.votes.of(PAPER)).toMatchObject({ confirmed: state(true, 6), problem: expect.any(String) });
		store.votes.dismiss(PAPER);
		expect(store.votes.of(PAPER).problem).toBeUndefined();
	});

	it.each([
		[429, "You vote faster than anybody reads, so this one was not saved. Go on in some seconds."],
		[409, "A curator has voided the votes that came with yours, and yours with them. It can't be cast again."],
	])("that is refused with %i goes back and says why", async (status, error) => {
		void store.votes.press(PAPER);
		await votes()[0]?.reply({ status, body: { error } });
		expect(store.votes.of(PAPER)).toEqual({ problem: error });
	});

	it("without a connection says that one is offline, and the next press takes the message away", async () => {
		vi.stubGlobal("navigator", { onLine: false });
		void store.votes.press(PAPER);
		await votes()[0]?.fail();
		expect(store.votes.of(PAPER).problem).toMatch(/offline/);
		void store.votes.press(PAPER);
		expect(store.votes.of(PAPER)).toEqual({ wish: true });
	});

	it("with an answer that is not ours says that it was not saved", async () => {
		void store.votes.press(PAPER);
		await votes()[0]?.reply({ status: 502, body: {} });
		expect(store.votes.of(PAPER).problem).toMatch(/could not be saved/);
	});

	it.each([
		["without the hint", async () => vi.stubGlobal("document", { cookie: "" }), 0],
		["after the session ended", async () => undefined, 1],
	])("%s leads to signing in, with the vote and the way back", async (_, arrange, sent) => {
		await arrange();
		void store.votes.press(PAPER);
		await votes()[0]?.reply({ status: 401, body: { error: "Sign in to upvote papers." } });
		expect(votes()).toHaveLength(sent);
		expect(assign).toHaveBeenCalledExactlyOnceWith(`/sign-in?next=%2Fpapers%23paper-${PAPER}&upvote=${PAPER}`);
		expect(store.votes.of(PAPER).wish).toBeUndefined();
	});
});
