/** White space that is a control character: folded to a space where other control characters go without trace. */
const CONTROL_SPACE = /[\t-\r\u0085]+/g;

/**
 * What nobody sees: control, format (zero-width, bidi) and ignorable characters, halves of surrogate pairs, noncharacters
 * (which XML refuses). Variation selectors stay: they tell an emoji from a sign.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]--[\uFE0E\uFE0F]]/gv;

/**
 * Cleans a title, an abstract, a name or another text of one paragraph: line breaks folded, Unicode NFC, nothing invisible,
 * single spaces and none at the ends. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
	const visible = text.replace(CONTROL_SPACE, " ").replace(UNSEEN, "");
	return visible.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/**
 * Cleans authors' names: as given and in order, white space and invisible characters aside. Names that are empty go; two
 * authors of one name stay two.
 */
export function cleanNames(names: readonly string[]): string[] {
	return names.map(cleanText).filter((name) => name !== "");
}
