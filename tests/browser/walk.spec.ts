import { expect, test } from "./fixtures";
import { confirmSubscription, freshAddress, linkIn, signIn, subscribe } from "./steps";

test("from the first visit to leaving the digest", async ({ page, outbox, server, request }) => {
	const reader = freshAddress("reader");

	await test.step("open and read", async () => {
		await page.goto("/");
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monday, June 8, 2026");
		await expect(page.getByRole("listitem").filter({ has: page.getByRole("article") })).toHaveCount(49);
		await page.getByRole("link", { name: "Alignment faking in large language models" }).click();
		await expect(page.getByText("Evan Hubinger")).toBeVisible();
		await expect(page.getByRole("link", { name: "PDF" })).toHaveAttribute("href", "https://arxiv.org/pdf/2412.14093");
		await page.goBack();
	});

	await test.step("subscribe and confirm from the outbox", async () => {
		await subscribe(page, outbox, reader);
	});

	const upvoted = page.getByRole("button", { name: /^Upvoted?, .*Alignment faking in large language models/ });
	await test.step("upvote while signed out: sign in from the outbox, and the vote is there", async () => {
		await page.goto("/");
		await expect(upvoted).toHaveAccessibleName(/^Upvote, 46 upvotes/);
		await upvoted.click();
		await page.waitForURL(/\/sign-in\?/);
		await signIn(page, outbox, reader);
		await expect(page).toHaveURL(/#paper-2412\.14093$/);
		await expect(upvoted).toHaveAccessibleName(/^Upvoted, 47 upvotes/);
	});

	await test.step("reload, and find it on the paper's own page", async () => {
		await page.reload();
		await expect(upvoted).toHaveAttribute("aria-pressed", "true");
		await expect(upvoted).toHaveText("47");
		await page.getByRole("link", { name: "Alignment faking in large language models" }).click();
		await expect(upvoted).toHaveAccessibleName(/^Upvoted, 47 upvotes/);
	});

	await test.step("run the cron, twice: one digest", async () => {
		const headers = { authorization: `Bearer ${server.cronSecret}` };
		const first = await request.get("/api/cron/digest", { headers });
		expect(first.status()).toBe(200);
		expect((await request.get("/api/cron/digest", { headers })).status()).toBe(200);
		const mail = await outbox.waitFor({ to: reader, subject: "Fine-Tuning Flow Matching" });
		expect(await outbox.find({ to: reader, subject: "Fine-Tuning Flow Matching" })).toHaveLength(1);
		expect(mail.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
	});

	await test.step("read the digest in the outbox: every link works, and opening them changes nothing", async () => {
		await page.goto("/outbox");
		await page
			.getByRole("link", { name: /Fine-Tuning Flow Matching/ })
			.first()
			.click();
		await expect(page.frameLocator("iframe").getByRole("heading", { name: "Monday, June 8, 2026" })).toBeVisible();
		const mail = await outbox.waitFor({ to: reader, subject: "Fine-Tuning Flow Matching" });
		const links = new Set(mail.html.match(/(?<=href=")https?:[^"]+/g)?.map((link) => link.replaceAll("&amp;", "&")));
		expect(links.size).toBeGreaterThan(10);
		for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
	});

	await test.step("unsubscribe", async () => {
		const mail = await outbox.waitFor({ to: reader, subject: "Fine-Tuning Flow Matching" });
		await page.goto(linkIn(mail.text, "/unsubscribe"));
		await page.getByRole("button", { name: "Unsubscribe" }).click();
		await expect(page.getByText("You are unsubscribed")).toBeVisible();
	});
});

test("one click in the mail program is enough to leave", async ({ page, outbox, server, request }) => {
	const reader = freshAddress("leaver");
	await page.goto("/");
	const confirmation = await subscribe(page, outbox, reader);

	const headers = { authorization: `Bearer ${server.cronSecret}` };
	expect((await request.post("/api/cron/digest", { headers })).status()).toBe(200);
	const mail = await outbox.waitFor({ to: reader, subject: "Fine-Tuning Flow Matching" });
	const address = /<(https?:[^>]+)>/.exec(mail.headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
	// As mail programs do it: no cookie, no Origin (RFC 8058).
	const left = await request.post(address, { form: { "List-Unsubscribe": "One-Click" } });
	expect(left.status()).toBe(200);
	// The confirmation of before does not bring them back.
	await confirmSubscription(page, confirmation);
	await expect(page.getByText("from before you unsubscribed")).toBeVisible();
});
