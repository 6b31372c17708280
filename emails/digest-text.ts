import type { DigestMailProps } from "./digest";

const WIDTH = 72;

/** The digest's plain-text part: the same as the HTML says, laid out for reading in one column of plain type. */
export function digestText({ date, papers, editionUrl, unsubscribeUrl, isSample }: DigestMailProps): string {
	const blocks = [
		`Broadsheet\n${date}`,
		...(isSample
			? [wrap("This is the sample edition that comes with Broadsheet: sample data, made-up upvotes.", "")]
			: []),
		...papers.map(({ rank, title, summary, by, upvotes, link, upvoteLink }) => {
			const number = `${rank}.`.padEnd(4);
			const meta = `${upvotes} ${upvotes === 1 ? "upvote" : "upvotes"}${by === null ? "" : `, ${by}`}`;
			const lines = [wrap(summary, "    "), meta, link, `Upvote: ${upvoteLink}`];
			return [`${number}${wrap(title, "    ")}`, ...lines.map((line) => `    ${line}`)].join("\n");
		}),
		`The whole edition:\n${editionUrl}`,
		`You get this mail once a day because you subscribed. Unsubscribe:\n${unsubscribeUrl}`,
	];
	return `${blocks.join("\n\n")}\n`;
}

/** Breaks lines between words; the first line stands after what is already there, the others after the indent. */
function wrap(text: string, indent: string): string {
	const lines = [""];
	for (const word of text.split(/\s+/)) {
		const line = lines.at(-1) ?? "";
		if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) lines.push(word);
		else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
	}
	return lines.join(`\n${indent}`);
}
