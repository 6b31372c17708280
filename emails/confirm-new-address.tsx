import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type ConfirmNewAddressMailProps = {
	/** The page with the button that confirms: mail scanners open links. */
	link: string;
	expiresInHours: number;
	siteUrl: string;
};

/** Asks the owner of an address whether an account is to move to it. Does not say whose: it may be mistyped. */
export function ConfirmNewAddressMail({ link, expiresInHours, siteUrl }: ConfirmNewAddressMailProps) {
	return (
		<Layout
			preview="One press of a button confirms that this address is yours."
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					You did not ask for this? Then someone mistyped their address; without pressing the button, nothing happens.
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				Confirm your new address
			</Heading>
			<p style={styles.text} className="bs-ink">
				Your account at Broadsheet is to move to this address. It does once the old address has confirmed as well,
				within {expiresInHours} hours.
			</p>
			<CallToAction href={link} label="Confirm this address" />
		</Layout>
	);
}
