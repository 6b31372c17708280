import { Button, Section } from "react-email";
import { styles } from "./style";

type CallToActionProps = { href: string; label: string };

/** The one thing a mail asks for: a button, and its address for those who can't press it or want to see where it leads. */
export function CallToAction({ href, label }: CallToActionProps) {
	return (
		<>
			<Section style={{ padding: "24px 0 0" }} data-skip-in-text>
				<Button href={href} style={styles.button} className="bs-button">
					{label}
				</Button>
			</Section>
			<p style={styles.small} className="bs-soft">
				<span data-skip-in-text>Or open this address: </span>
				<a href={href} style={styles.link} className="bs-soft">
					{href}
				</a>
			</p>
		</>
	);
}
