import { Column, Heading, Link, Row, Section, Text } from "react-email";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

export type DigestMailPaper = {
	rank: number;
	title: string;
	/** About two lines. */
	summary: string;
	/** `4 authors`, or the organisation; null where neither is known. */
	by: string | null;
	upvotes: number;
	link: string;
	/** A page with a button that casts the reader's vote. */
	upvoteLink: string;
};

export type DigestMailProps = {
	/** `Monday, June 8, 2026` */
	date: string;
	papers: DigestMailPaper[];
	/** The edition's page. */
	editionUrl: string;
	unsubscribeUrl: string;
	siteUrl: string;
	/** The edition that ships with the software: says that its upvotes are made up. */
	isSample: boolean;
};

/** The daily digest: an edition's top papers. */
export function DigestMail({ date, papers, editionUrl, unsubscribeUrl, siteUrl, isSample }: DigestMailProps) {
	return (
		<Layout
			preview={papers.map((paper) => paper.title).join(" · ")}
			siteUrl={siteUrl}
			footer={
				<>
					<FooterLine>
						<Link href={editionUrl} style={styles.link} className="bs-faint">
							See the whole edition
						</Link>
					</FooterLine>
					<FooterLine>
						You get this mail once a day because you subscribed.{" "}
						<Link href={unsubscribeUrl} style={styles.link} className="bs-faint">
							Unsubscribe
						</Link>
					</FooterLine>
				</>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				{date}
			</Heading>
			<Text style={{ ...styles.small, margin: "4px 0 0" }} className="bs-soft">
				{papers.length === 1
					? "The most upvoted paper of the day"
					: `The ${papers.length} most upvoted papers of the day`}
			</Text>
			{isSample && (
				<Text style={styles.notice} className="bs-notice">
					This is the sample edition that comes with Broadsheet: sample data, made-up upvotes.
				</Text>
			)}
			{papers.map((paper) => (
				<DigestPaper key={paper.link} {...paper} />
			))}
		</Layout>
	);
}

function DigestPaper({ rank, title, summary, by, upvotes, link, upvoteLink }: DigestMailPaper) {
	return (
		<Section style={styles.paper} className="bs-rule">
			<Row>
				<Column style={styles.rank} className="bs-faint bs-rank">
					{rank}
				</Column>
				<Column style={{ verticalAlign: "top" }}>
					<Heading as="h2" style={styles.paperTitle}>
						<Link href={link} style={styles.paperLink} className="bs-ink">
							{title}
						</Link>
					</Heading>
					<Text style={styles.summary} className="bs-soft">
						{summary}
					</Text>
					<Text style={styles.meta} className="bs-faint">
						<span style={styles.upvotes} className="bs-accent">
							▲ {upvotes}
						</span>
						{by !== null && ` · ${by}`}
						{" · "}
						<Link href={upvoteLink} style={styles.quietLink} className="bs-faint">
							Upvote
						</Link>
					</Text>
				</Column>
			</Row>
		</Section>
	);
}
