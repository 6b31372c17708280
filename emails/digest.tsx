import { Column, Heading, Row, Section } from "react-email";
import { DigestPaper } from "./digest-paper";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

export type DigestMailPaper = {
	title: string;
	/** About two lines. */
	summary: string;
	/** `4 authors`, or the organisation; null where neither is known. */
	by: string | null;
	upvotes: number;
	/** Why it is there, where there is more of a reason than its upvotes. */
	why: string | null;
	/** `owner/repo` at GitHub. */
	code: string | null;
	link: string;
	/** A page with a button that casts the reader's vote. */
	upvoteLink: string;
};

export type DigestMailProps = {
	kind: "daily" | "weekly";
	/** `Monday, June 8, 2026`, or a week, in the reader's language. */
	date: string;
	language: string;
	/** Whether the papers are the most upvoted ones, with none left out in between. */
	isTop: boolean;
	papers: (DigestMailPaper & { rank: number })[];
	/** Of what the reader follows, beside those. */
	matches: DigestMailPaper[];
	/** Papers of an earlier mail that many have upvoted since: `+41 upvotes since yesterday's mail`. */
	risen: { title: string; gain: string; link: string }[];
	/** The edition's page. */
	editionUrl: string;
	/** The mail itself as a page. */
	viewUrl: string;
	choicesUrl: string;
	unsubscribeUrl: string;
	/** `Mondays at 08:00 in Europe/Berlin` */
	schedule: string;
	siteUrl: string;
	/** The edition that ships with the software: says that its upvotes are made up. */
	isSample: boolean;
};

export const SAMPLE_NOTICE = "This is the sample edition that comes with Broadsheet: sample data, made-up upvotes.";
export const MATCHES_TITLE = "New from what you follow";
export const RISEN_TITLE = "Still rising";

/** Where the edition's page is linked to: of a week it is the last day's. */
export function editionWords(kind: DigestMailProps["kind"]): string {
	return kind === "daily" ? "See the whole edition" : "See the newest edition";
}

/** What the papers are, in a line under the date. */
export function leadOf({ kind, isTop, papers, matches }: DigestMailProps): string {
	const period = kind === "daily" ? "day" : "week";
	if (papers.length + matches.length === 0) return "There are no new papers that match what you chose.";
	if (papers.length === 0) return "Of the other papers, none match what you chose.";
	if (!isTop)
		return `${papers.length} ${papers.length === 1 ? "paper" : "papers"} of the ${period}, most upvoted first`;
	return papers.length === 1
		? `The most upvoted paper of the ${period}`
		: `The ${papers.length} most upvoted papers of the ${period}`;
}

/** The digest: an edition's top papers, or those of a week, as far as the reader wants them. */
export function DigestMail(props: DigestMailProps) {
	const { date, language, papers, matches, risen, siteUrl, isSample } = props;
	// The first title is the subject already.
	const others = [...papers, ...matches].slice(papers.length + matches.length > 1 ? 1 : 0);
	return (
		<Layout
			preview={others.map(({ title }) => title).join(" · ") || leadOf(props)}
			siteUrl={siteUrl}
			footer={<Footer {...props} />}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title" lang={language}>
				{date}
			</Heading>
			<Heading as="h2" style={styles.lead} className="bs-soft">
				{leadOf(props)}
			</Heading>
			{isSample && (
				<Row style={styles.noticeFrame}>
					<Column style={styles.notice} className="bs-notice">
						{SAMPLE_NOTICE}
					</Column>
				</Row>
			)}
			{papers.map((paper) => (
				<DigestPaper key={paper.link} {...paper} />
			))}
			{matches.length > 0 && <Subheading>{MATCHES_TITLE}</Subheading>}
			{matches.map((paper) => (
				<DigestPaper key={paper.link} {...paper} />
			))}
			{risen.length > 0 && (
				<Section>
					<Subheading>{RISEN_TITLE}</Subheading>
					{risen.map(({ title, gain, link }) => (
						<p key={link} style={styles.risen} className="bs-faint">
							<a href={link} style={styles.risenLink} className="bs-ink">
								{title}
							</a>
							<br />
							<span style={styles.upvotes} className="bs-accent">
								{gain}
							</span>
						</p>
					))}
				</Section>
			)}
		</Layout>
	);
}

function Subheading({ children }: { children: string }) {
	return (
		<Heading as="h2" style={styles.subheading} className="bs-ink">
			{children}
		</Heading>
	);
}

function Footer({ kind, editionUrl, viewUrl, choicesUrl, unsubscribeUrl, schedule }: DigestMailProps) {
	const link = (href: string, words: string) => (
		<a href={href} style={styles.link} className="bs-faint">
			{words}
		</a>
	);
	return (
		<>
			<FooterLine>
				{link(editionUrl, editionWords(kind))} · {link(viewUrl, "View in a browser")}
			</FooterLine>
			<FooterLine>You subscribed to this mail. It comes: {schedule}.</FooterLine>
			<FooterLine>
				{link(choicesUrl, "Choose when and what you get")} · {link(unsubscribeUrl, "Unsubscribe")}
			</FooterLine>
		</>
	);
}
