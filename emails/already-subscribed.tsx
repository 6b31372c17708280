import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type AlreadySubscribedMailProps = { choicesUrl: string; unsubscribeUrl: string; siteUrl: string };

/** Answers a subscriber who subscribes again: the page can't say it, as it must not tell whose address we know. */
export function AlreadySubscribedMail({ choicesUrl, unsubscribeUrl, siteUrl }: AlreadySubscribedMailProps) {
	return (
		<Layout
			preview="The digest already comes to this address."
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					No more of this?{" "}
					<a href={unsubscribeUrl} style={styles.link} className="bs-faint">
						Unsubscribe
					</a>
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				You already subscribe
			</Heading>
			<p style={styles.text} className="bs-ink">
				Someone, probably you, entered this address for the digest. It already comes here, and there is nothing to do.
				If you miss it, look among your spam, or see what you have chosen.
			</p>
			<CallToAction href={choicesUrl} label="Choose when and what you get" />
		</Layout>
	);
}
