import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VoteButton } from "@/components/votes/vote-button";

test("without a script, the button is a form that turns the vote over", () => {
	const html = renderToStaticMarkup(
		<VoteButton
			paperId="2412.14093"
			title={'A "quoted" title'}
			upvotes={{ total: 187, local: 12, imported: 175, importSource: "huggingface" }}
		/>,
	);
	expect(html).toMatch(/<form[^>]* action="\/api\/votes" method="post"|<form[^>]* method="post" action="\/api\/votes"/);
	expect(html).toContain('<input type="hidden" name="paper" value="2412.14093"/>');
	expect(html).toContain('<button type="submit" aria-pressed="false"');
	expect(html).toContain('aria-label="Upvote, 187 upvotes: A &quot;quoted&quot; title"');
	expect(html).toContain('title="187 = 12 here + 175 from Hugging Face"');
	expect(html).not.toContain('role="alert"');
});
