import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type ConfirmOldAddressMailProps = {
	newEmail: string;
	/** The page with the button that confirms: mail scanners open links. */
	link: string;
	expiresInHours: number;
	siteUrl: string;
};

/** Asks whoever reads an account's present address whether it is to move to another. */
export function ConfirmOldAddressMail({ newEmail, link, expiresInHours, siteUrl }: ConfirmOldAddressMailProps) {
	return (
		<Layout
			preview="Confirm it, or ignore this mail and nothing changes."
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					You did not ask for this? Then do not press the button: without it the account stays at this address. Somebody
					is signed in to it, though: sign in, and end the sessions that are not yours on the settings page.
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				Move your account to another address?
			</Heading>
			<p style={styles.text} className="bs-ink">
				Your account at Broadsheet is to move from this address to {newEmail}. It does once both have confirmed, within{" "}
				{expiresInHours} hours.
			</p>
			<CallToAction href={link} label="Confirm the change" />
		</Layout>
	);
}
