import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VoteButton } from "@/components/votes/vote-button";
import type { PaperId } from "@/lib/papers/ids";

test("without a script, the button is a form that turns the vote over", () => {
	const html = renderToStaticMarkup(
		<VoteButton
			paper={{
				id: "2412.14093" as PaperId,
				title: 'A "quoted" title',
				upvotes: { local: 12, imported: 175, importSource: "huggingface" },
				rising: 887.5634,
			}}
		/>,
	);
	expect(html).toMatch(/<form[^>]* action="\/api\/votes" method="post"|<form[^>]* method="post" action="\/api\/votes"/);
	expect(html).toMatch(/<button type="submit" value="2412\.14093" aria-pressed="false"[^>]* name="paper"/);
	expect(html).toContain('aria-label="Upvote, 187 upvotes: A &quot;quoted&quot; title"');
	expect(html).toContain('title="187 = 12 here + 175 from Hugging Face. Rising score 887.56"');
	expect(html).not.toContain('role="alert"');
});
