import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview, Section } from "react-email";
import { darkStyles, styles } from "./style";

type LayoutProps = {
	/** What inboxes show after the subject. */
	preview: string;
	/** Where the name at the top leads: the site's address. */
	siteUrl: string;
	/** Why this mail came, and how to get no more of them. */
	footer: ReactNode;
	children: ReactNode;
};

/** The page that every mail of ours is printed on. */
export function Layout({ preview, siteUrl, footer, children }: LayoutProps) {
	return (
		<Html lang="en">
			<Head>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="supported-color-schemes" content="light dark" />
				<style>{darkStyles}</style>
			</Head>
			<Body style={styles.body} className="bs-body">
				<Preview>{preview}</Preview>
				<Container style={styles.page}>
					<Section style={styles.masthead} className="bs-rule-strong">
						<a href={siteUrl} style={styles.brand} className="bs-ink" data-text="label">
							Broadsheet
						</a>
					</Section>
					{children}
					<Section style={styles.footer} className="bs-rule">
						{footer}
					</Section>
				</Container>
			</Body>
		</Html>
	);
}

/** A line of the footer. */
export function FooterLine({ children }: { children: ReactNode }) {
	return (
		<p style={styles.footerText} className="bs-faint">
			{children}
		</p>
	);
}
