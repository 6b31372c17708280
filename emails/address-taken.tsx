import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type AddressTakenMailProps = { link: string; siteUrl: string };

/** Answers who wants to move an account to an address that has one: the page can't say it, as it must not tell whose address we know. */
export function AddressTakenMail({ link, siteUrl }: AddressTakenMailProps) {
	return (
		<Layout
			preview="This address has an account of its own already."
			siteUrl={siteUrl}
			footer={
				<FooterLine>You did not ask for this? Then someone mistyped their address, and nothing happens.</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				This address has an account already
			</Heading>
			<p style={styles.text} className="bs-ink">
				Someone, probably you, wants to move another account of Broadsheet to this address. That can't be, as it has an
				account of its own: sign in with this address instead, or delete that account first.
			</p>
			<CallToAction href={link} label="Sign in" />
		</Layout>
	);
}
