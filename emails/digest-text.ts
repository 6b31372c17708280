import {
	type DigestMailPaper,
	type DigestMailProps,
	editionWords,
	leadOf,
	MATCHES_TITLE,
	RISEN_TITLE,
	SAMPLE_NOTICE,
} from "./digest";

const WIDTH = 72;

/** The digest's plain-text part: the same as the HTML says, laid out for reading in one column of plain type. */
export function digestText(props: DigestMailProps): string {
	const { kind, date, papers, matches, risen, editionUrl, viewUrl, choicesUrl, unsubscribeUrl, schedule, isSample } =
		props;
	const blocks = [
		`Broadsheet\n${date}`,
		wrap(leadOf(props), ""),
		...(isSample ? [wrap(SAMPLE_NOTICE, "")] : []),
		...papers.map(({ rank, ...paper }) => paperText(`${rank}.`, paper)),
		...(matches.length > 0 ? [heading(MATCHES_TITLE), ...matches.map((paper) => paperText("-", paper))] : []),
		...(risen.length > 0 ? [heading(RISEN_TITLE)] : []),
		...risen.map(({ title, gain, link }) => `-   ${wrap(title, "    ")}\n    ${gain}\n    ${link}`),
		`${editionWords(kind)}:\n${editionUrl}`,
		`View in a browser:\n${viewUrl}`,
		`You subscribed to this mail. It comes:\n${schedule}.`,
		`Choose when and what you get:\n${choicesUrl}`,
		`Unsubscribe:\n${unsubscribeUrl}`,
	];
	return `${blocks.join("\n\n")}\n`;
}

function heading(text: string): string {
	return `${text}\n${"-".repeat(text.length)}`;
}

function paperText(
	mark: string,
	{ title, summary, by, upvotes, why, code, link, upvoteLink }: DigestMailPaper,
): string {
	const meta = `${upvotes} ${upvotes === 1 ? "upvote" : "upvotes"}${by === null ? "" : `, ${by}`}`;
	const reason = why === null ? [] : [wrap(why, "    ")];
	const repository = code === null ? [] : [`Code: https://github.com/${code}`];
	const lines = [wrap(summary, "    "), ...reason, meta, link, ...repository, `Upvote: ${upvoteLink}`];
	return [`${mark.padEnd(4)}${wrap(title, "    ")}`, ...lines.map((line) => `    ${line}`)].join("\n");
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
