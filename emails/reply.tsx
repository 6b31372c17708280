import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type ReplyMailProps = {
	/** Who replied, by the name that they show. */
	who: string;
	/** The paper's. */
	title: string;
	/** The reply's paragraphs, in plain words. */
	words: string[];
	/** Where it stands. */
	link: string;
	/** The page with the button that ends these mails. */
	stopUrl: string;
	siteUrl: string;
};

/** Tells somebody who asked for it of a reply to their comment. */
export function ReplyMail({ who, title, words, link, stopUrl, siteUrl }: ReplyMailProps) {
	return (
		<Layout
			preview={`On “${title}”`}
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					You asked for mails about replies in your settings.{" "}
					<a href={stopUrl} style={styles.link} className="bs-faint">
						No more of them
					</a>
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				{who} replied to you
			</Heading>
			<p style={styles.small} className="bs-soft">
				On “{title}”
			</p>
			{words.map((paragraph, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and the same words may come twice
				<p key={index} style={styles.text} className="bs-ink">
					{paragraph}
				</p>
			))}
			<CallToAction href={link} label="Read it and answer" />
		</Layout>
	);
}
