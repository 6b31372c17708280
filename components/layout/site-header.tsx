import Link from "next/link";
import { AccountLink } from "@/components/accounts/account-link";

/** The bar on top of every page. The same for everybody: who is signed in is filled in by the browser. */
export function SiteHeader() {
	return (
		<header className="flex h-14 items-center gap-3.5 text-sm whitespace-nowrap wide:gap-5">
			<Link href="/" className="font-serif text-[22px] leading-none font-semibold tracking-tight hover:no-underline">
				Broadsheet
			</Link>
			<nav aria-label="Main" className="flex gap-3.5 text-ink-soft wide:gap-[18px]">
				<Link href="/papers">Papers</Link>
				<Link href="/papers/submit" prefetch={false}>
					Submit
				</Link>
			</nav>
			<div className="ml-auto">
				<AccountLink />
			</div>
		</header>
	);
}
