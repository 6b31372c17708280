import { HINT_COOKIE } from "@/lib/accounts/hint-cookie";
import { AccountLinks } from "./account-links";

/** Runs before the first paint, so that nobody sees the wrong link first: the page is cached, the server can't choose. */
const chooseLink = `if(/(^|; )${HINT_COOKIE}=1(;|$)/.test(document.cookie))document.currentScript.parentElement.dataset.signedIn=""`;

/** The header's link to signing in or, for who is signed in, to their settings. */
export function AccountLink() {
	return (
		<div className="group font-medium whitespace-nowrap" suppressHydrationWarning>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
			<script dangerouslySetInnerHTML={{ __html: chooseLink }} />
			<AccountLinks />
		</div>
	);
}
