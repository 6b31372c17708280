import type { PlainOrHtml } from "@/lib/papers/beginning";
import type { RichText as Text } from "@/lib/papers/latex";

/** A title or an abstract; its formulas are MathML that the server has made, with everything else escaped. */
export function RichText({ of }: { of: Text | PlainOrHtml }) {
	if (typeof of === "string") return of;
	if ("text" in of && of.html === null) return of.text;
	// biome-ignore lint/security/noDangerouslySetInnerHtml: made by renderRichText, which lets nothing through that is not its own
	return <span dangerouslySetInnerHTML={{ __html: of.html ?? "" }} />;
}
