import { Heading, Link, Text } from "react-email";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type AlreadySubscribedMailProps = { unsubscribeUrl: string; siteUrl: string };

/** Answers a subscriber who subscribes again: the page can't say it, as it must not tell whose address we know. */
export function AlreadySubscribedMail({ unsubscribeUrl, siteUrl }: AlreadySubscribedMailProps) {
	return (
		<Layout
			preview="The digest already comes to this address."
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					No more of this?{" "}
					<Link href={unsubscribeUrl} style={styles.link} className="bs-faint">
						Unsubscribe
					</Link>
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				You already subscribe
			</Heading>
			<Text style={styles.text} className="bs-ink">
				Someone, probably you, entered this address for the daily digest. It already comes here, and there is nothing to
				do. If you miss it, look among your spam.
			</Text>
		</Layout>
	);
}
