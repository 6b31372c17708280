import type { Browser, Page } from "@playwright/test";
import { query } from "../db/query";
import { ATTACKS } from "../unit/comments/attacks";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import type { Outbox } from "./outbox";
import { freshAddress, keysListen, linkIn, signIn } from "./steps";

/** Of no list, so that the counts on lists stay as the sample edition has them. */
const PAPER = "/papers/2611.00101";
const OTHER_PAPER = "2611.00102";

test.beforeAll(async ({ server }) => {
	await query(
		server.databaseUrl,
		"INSERT INTO papers (id, title, abstract) SELECT id, 'Talked about', 'An abstract.' FROM unnest($1::text[]) AS id ON CONFLICT DO NOTHING",
		[["2611.00101", OTHER_PAPER]],
	);
});

const newHandle = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}`;

async function setHandle(page: Page, handle: string): Promise<void> {
	await page.goto("/settings");
	await page.getByLabel("Handle").fill(handle);
	await page.getByRole("button", { name: "Save" }).first().click();
	await expect(page.getByText("Saved.")).toBeVisible();
}

/** Somebody else in a browser of their own, signed in and with a handle. */
async function openFor(browser: Browser, outbox: Outbox, handle: string, options: object): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto("/sign-in");
	await signIn(page, outbox, freshAddress(handle));
	await setHandle(page, handle);
	return page;
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
		test.use({ javaScriptEnabled });

		test("a comment survives signing in, is answered, changed and deleted, and its writer is mailed once", async ({
			page,
			browser,
			outbox,
			server,
			request,
		}) => {
			test.slow();
			const ada = newHandle("ada");
			const bob = newHandle("bob");
			const address = freshAddress(ada);
			const words = `Does $x^2$ hold for *all*? ${ada}`;

			// The form is the same for everybody, and keeps the text.
			await page.goto(PAPER);
			if (javaScriptEnabled) await keysListen(page);
			await page.getByLabel("Write a comment").fill(words);
			await page.getByRole("button", { name: "Post" }).click();
			await expect(page.getByRole("alert").filter({ hasText: "Sign in to comment" })).toBeVisible();
			await expect(page.getByLabel("Write a comment")).toHaveValue(words);

			const other = await page.context().newPage();
			await other.goto(
				(await page.getByRole("link", { name: "Sign in", exact: true }).last().getAttribute("href")) ?? "",
			);
			await signIn(other, outbox, address);
			await expect(other).toHaveURL(new RegExp(`${PAPER}#write$`));
			if (javaScriptEnabled) await expect(other.getByLabel("Write a comment")).toHaveValue(words);
			await page.getByRole("button", { name: "Post" }).click();
			await expect(page.getByRole("alert").filter({ hasText: "Choose a handle first" })).toBeVisible();
			await setHandle(other, ada);
			await other.getByLabel("Mail me when somebody replies").check();
			await other.getByRole("button", { name: "Save" }).last().click();
			await expect(other.getByText("replies to your comments come by mail")).toBeVisible();
			await expect(page.getByLabel("Write a comment")).toHaveValue(words);
			await page.getByRole("button", { name: "Post" }).click();
			await page.waitForURL(javaScriptEnabled ? /#comment-\d+$/ : /\/comments\/\d+$/);
			const id = /\d+$/.exec(page.url())?.[0] ?? "";

			// Everybody sees it, with its formula; only its writer has more than to answer and report it.
			const reader = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await reader.goto(PAPER);
			const comment = reader.locator(`#comment-${id}`);
			await expect(comment).toContainText(`@${ada}`);
			await expect(comment.locator("math")).toBeVisible();
			await expect(comment.getByRole("link", { name: "Edit" })).toBeHidden();
			await page.goto(PAPER);
			await expect(page.locator(`#comment-${id}`).getByRole("link", { name: "Edit" })).toBeVisible({
				visible: javaScriptEnabled,
			});

			const friend = await openFor(browser, outbox, bob, { javaScriptEnabled, baseURL: server.url });
			await friend.goto(PAPER);
			await friend.locator(`#comment-${id}`).getByRole("link", { name: "Reply" }).click();
			await friend.getByLabel("Your reply").fill(`Only for *some*, says ${bob}.`);
			await friend.getByRole("button", { name: "Post" }).click();
			await friend.waitForURL(javaScriptEnabled ? /#comment-\d+$/ : /\/comments\/\d+$/);

			const authorization = `Bearer ${server.cronSecret}`;
			for (let runs = 0; runs < 2; runs += 1) {
				expect((await request.post("/api/cron/replies", { headers: { authorization } })).ok()).toBe(true);
			}
			const subject = `@${bob} replied to you`;
			const mail = await outbox.waitFor({ to: address, subject });
			expect(await outbox.find({ to: address, subject })).toHaveLength(1);
			expect(mail.text).toContain(`Only for some, says ${bob}.`);
			await reader.goto(linkIn(mail.text, "/comments/mails"));
			await reader.getByRole("button", { name: "Turn them off" }).click();
			await expect(reader.getByText("No more mails about replies come to you.")).toBeVisible();

			// What is written before the scripts are there stays.
			const { promise: written, resolve: letScriptsCome } = Promise.withResolvers<void>();
			await page.route(/_next\/static\/chunks\/.*\.js/, async (route) => {
				await written;
				await route.continue();
			});
			await page.goto(`/comments/${id}`, { waitUntil: "domcontentloaded" });
			await page.getByLabel("Your comment").fill("Does it hold?");
			letScriptsCome();
			if (javaScriptEnabled) await keysListen(page);
			await expect(page.getByLabel("Your comment")).toHaveValue("Does it hold?");
			await page.getByRole("button", { name: "Save" }).click();
			await expect(page.getByText("Saved.")).toBeVisible();
			await reader.goto(PAPER);
			await expect(comment).toContainText("Does it hold?");
			await expect(comment).toContainText("edited");

			await friend.goto(`/comments/${id}`);
			await friend.getByLabel("What is wrong with it?").fill("A test.");
			await friend.getByRole("button", { name: "Report" }).click();
			await expect(friend.getByText("A curator will look at it.")).toBeVisible();

			await page.goto(`/comments/${id}`);
			await page.getByRole("button", { name: "Delete this comment" }).click();
			await page.waitForURL(/#comments$/);
			await reader.goto(PAPER);
			await expect(comment).toHaveText("[deleted]");
			await expect(reader.getByText(`Only for some, says ${bob}.`)).toBeVisible();
		});
	});
}

test.describe("what others wrote", () => {
	test.beforeAll(async ({ server }) => {
		const user = crypto.randomUUID();
		await query(
			server.databaseUrl,
			"INSERT INTO users (id, name, handle, handle_key, email) VALUES ($1, '<img src=x onerror=alert(1)>', $2, $2, $3)",
			[user, newHandle("mallory"), `${user}@example.org`],
		);
		const bodies = ATTACKS.map((attack) => attack.replace(/[^\P{Cc}\n\t]/gu, ""));
		await query(
			server.databaseUrl,
			"INSERT INTO comments (paper_id, author_id, body) SELECT $1, $2, body FROM unnest($3::text[]) AS body",
			[OTHER_PAPER, user, bodies],
		);
	});

	test("does nothing in a browser and asks nobody for anything", async ({ page, server }) => {
		const foreign: string[] = [];
		page.on("request", (request) => {
			if (!request.url().startsWith(server.url)) foreign.push(request.url());
		});
		page.on("dialog", (dialog) => {
			foreign.push(`a dialog: ${dialog.message()}`);
			void dialog.dismiss();
		});
		let seen = 0;
		await page.goto(`/comments/of/${OTHER_PAPER}`);
		for (;;) {
			const words = page.locator(".comment > [dir]");
			seen += await words.count();
			expect(await words.evaluateAll(findUnlisted)).toEqual([]);
			const more = page.getByRole("link", { name: "More comments" });
			if ((await more.count()) === 0) break;
			await page.goto((await more.getAttribute("href")) ?? "");
		}
		expect(seen).toBe(ATTACKS.length);
		expect(foreign).toEqual([]);
	});

	test("leaves the paper's page below 300 kB, and within a phone's width", async ({ page, request }) => {
		const body = await (await request.get(`/papers/${OTHER_PAPER}`)).body();
		expect(body.byteLength).toBeLessThan(300_000);
		await page.setViewportSize({ width: 360, height: 740 });
		for (const path of [`/papers/${OTHER_PAPER}`, `/comments/of/${OTHER_PAPER}`]) {
			await page.goto(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
		}
	});

	test("is shown without a fault that axe knows", async ({ page, browser, outbox, server }) => {
		test.slow();
		const own = await openFor(browser, outbox, newHandle("axe"), { baseURL: server.url });
		await page.goto(`/comments/of/${OTHER_PAPER}`);
		const first = (await page.getByRole("link", { name: "Reply" }).first().getAttribute("href")) ?? "";
		await own.goto(first);
		await page.goto(`/papers/${OTHER_PAPER}`);
		for (const each of [page, own]) {
			await expectAccessible(each);
		}
	});
});

/** Runs in the page: what the browser made of the comments that they may not hold. */
function findUnlisted(comments: Element[]): string[] {
	const listed = /^(p|br|strong|em|code|pre|ol|ul|li|blockquote|a|span)$/;
	const faults: string[] = [];
	for (const element of comments.flatMap((comment) => [...comment.querySelectorAll("*")])) {
		const isMath = element.namespaceURI === "http://www.w3.org/1998/Math/MathML";
		if (!isMath && !listed.test(element.localName)) faults.push(element.outerHTML);
		for (const { name, value } of element.attributes) {
			const isBad = /^on|^(id|style|src|srcdoc|action|name)$/.test(name) || (isMath && name === "href");
			if (isBad || (name === "class" && value !== "display")) faults.push(`${name}="${value}"`);
		}
		if (element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)) faults.push(element.href);
	}
	return faults;
}
