import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type ConfirmSubscriptionMailProps = {
	/** The page with the button that confirms: mail scanners open links. */
	link: string;
	expiresInHours: number;
	siteUrl: string;
};

/** Asks the owner of an address whether it was really they who subscribed. */
export function ConfirmSubscriptionMail({ link, expiresInHours, siteUrl }: ConfirmSubscriptionMailProps) {
	return (
		<Layout
			preview="One press of a button, and the day's top papers come by mail."
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					You did not ask for this? Then someone mistyped their address; without a press of the button, nothing comes.
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				Confirm your subscription
			</Heading>
			<p style={styles.text} className="bs-ink">
				Press the button on the page that opens, and a daily mail brings you the papers that people upvoted most. The
				link works for {expiresInHours} hours. You can leave at any time, with one click in every mail.
			</p>
			<CallToAction href={link} label="Confirm subscription" />
		</Layout>
	);
}
