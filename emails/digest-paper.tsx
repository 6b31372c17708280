import { Column, Heading, Row } from "react-email";
import type { DigestMailPaper } from "./digest";
import { styles } from "./style";

/** A paper of the digest. Those of the main list have a rank. */
export function DigestPaper({
	rank,
	title,
	summary,
	by,
	upvotes,
	why,
	code,
	link,
	upvoteLink,
}: DigestMailPaper & { rank?: number }) {
	return (
		<Row style={styles.paper} className="bs-rule">
			<Column style={styles.rank} className="bs-faint bs-rank">
				{rank ?? "·"}
			</Column>
			<Column style={styles.paperWords}>
				<Heading as="h3" style={styles.paperTitle}>
					<a href={link} style={styles.paperLink} className="bs-ink">
						{title}
					</a>
				</Heading>
				<p style={styles.summary} className="bs-soft">
					{summary}
				</p>
				{why !== null && (
					<p style={styles.why} className="bs-ink">
						{why}
					</p>
				)}
				<p style={styles.meta} className="bs-faint">
					<span style={styles.upvotes} className="bs-accent">
						{`▲ ${upvotes}`}
					</span>
					{by !== null && ` · ${by}`}
					{code !== null && (
						<>
							{" · "}
							<a href={`https://github.com/${code}`} style={styles.quietLink} className="bs-faint">
								Code
							</a>
						</>
					)}
					{" · "}
					<a href={upvoteLink} style={styles.quietLink} className="bs-faint">
						Upvote
					</a>
				</p>
			</Column>
		</Row>
	);
}
