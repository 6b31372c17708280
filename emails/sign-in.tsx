import { Heading } from "react-email";
import { CallToAction } from "./call-to-action";
import { FooterLine, Layout } from "./layout";
import { styles } from "./style";

type SignInMailProps = {
	/** The page that asks for a last press of a button: mail scanners open links. */
	link: string;
	expiresInMinutes: number;
	siteUrl: string;
	/** The title of the paper that is upvoted on signing in, where that is why the reader signs in. */
	upvotedTitle?: string;
};

/** The mail with a sign-in link. */
export function SignInMail({ link, expiresInMinutes, siteUrl, upvotedTitle }: SignInMailProps) {
	return (
		<Layout
			preview={`The link works once, for ${expiresInMinutes} minutes.`}
			siteUrl={siteUrl}
			footer={
				<FooterLine>
					You did not ask for this? Then someone mistyped their address; without a press of the button, nothing happens.
				</FooterLine>
			}
		>
			<Heading as="h1" style={styles.title} className="bs-ink bs-title">
				Sign in to Broadsheet
			</Heading>
			<p style={styles.text} className="bs-ink">
				{upvotedTitle === undefined
					? "Open this link to sign in."
					: `Open this link to sign in and upvote “${upvotedTitle}”.`}{" "}
				It works once, for {expiresInMinutes} minutes.
			</p>
			<CallToAction href={link} label={upvotedTitle === undefined ? "Sign in" : "Sign in and upvote"} />
		</Layout>
	);
}
