export type RichText = { text: string; html: string | null };

type Tag = "strong" | "em" | "code";
/** `braces` stay as written, `plain` goes without trace, a tag stands around what the group holds. */
export type Style = Tag | "braces" | "plain";
type Group = { style: Style; text: string; html: string };

/** Deeper groups lose their tags: real texts nest two at most, and a browser has to build what we nest. */
const MAX_TAGS = 8;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeText(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Writes a text and its HTML side by side, in groups that nest. */
export class RichTextWriter {
	#group: Group = { style: "plain", text: "", html: "" };
	#outer: Group[] = [];
	#hasElements = false;

	/** Adds text, and its HTML where that is more than the text escaped. */
	add(text: string, html?: string): void {
		this.#group.text += text;
		this.#group.html += html ?? escapeText(text);
		this.#hasElements ||= html !== undefined;
	}

	open(style: Style): void {
		this.#outer.push(this.#group);
		this.#group = { style, text: "", html: "" };
	}

	/** Closes the innermost group. A brace that closes none stays. */
	close(): void {
		const { style, text, html } = this.#group;
		const depth = this.#outer.length;
		if (!this.#leave()) this.add("}");
		else if (style === "braces") this.#append(`{${text}}`, `{${html}}`);
		else if (style === "plain" || depth > MAX_TAGS) this.#append(text, html);
		else this.add(text, `<${style}>${html}</${style}>`);
	}

	/** What was written; its `html` is null where no element is in it. A group that nothing closed has no style. */
	end(): RichText {
		for (let { style, text, html } = this.#group; this.#leave(); { style, text, html } = this.#group) {
			const opening = style === "braces" ? "{" : "";
			this.#append(opening + text, opening + html);
		}
		return { text: this.#group.text, html: this.#hasElements ? this.#group.html : null };
	}

	#append(text: string, html: string): void {
		this.#group.text += text;
		this.#group.html += html;
	}

	#leave(): boolean {
		const outer = this.#outer.pop();
		if (outer !== undefined) this.#group = outer;
		return outer !== undefined;
	}
}
