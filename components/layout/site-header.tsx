import { AccountLink } from "@/components/accounts/account-link";
import { HeaderSearch } from "@/components/search/header-search";

/** The bar on top of every page. The same for everybody: who is signed in is filled in by the browser. */
export function SiteHeader() {
	return (
		<header className="flex h-14 items-center gap-2 text-[clamp(12px,3.35vw,13px)] whitespace-nowrap wide:gap-5 wide:text-sm">
			<a
				href="/"
				className="font-serif text-[clamp(18px,5.1vw,20px)] leading-none font-semibold tracking-tight hover:no-underline wide:text-[22px]"
			>
				Broadsheet
			</a>
			<nav aria-label="Main" className="flex gap-[1.9vw] text-ink-soft wide:gap-[18px]">
				<a href="/papers">Papers</a>
				<a href="/papers/trending" data-go="t">
					Trending
				</a>
				<a href="/papers/submit">Submit</a>
			</nav>
			<div className="ml-auto flex items-center gap-1 wide:gap-5">
				<HeaderSearch />
				<AccountLink />
			</div>
		</header>
	);
}
