import { KeyboardShortcuts } from "@/components/keyboard/keyboard-shortcuts";

export function SiteFooter() {
	return (
		<footer className="flex flex-wrap gap-x-[18px] gap-y-2 border-t border-rule pt-5 pb-10 text-[13px] text-ink-faint">
			<span>Broadsheet, the open daily paper feed</span>
			<nav aria-label="More" className="flex flex-wrap gap-x-[18px] gap-y-2">
				<a href="/topics">Topics</a>
				<a href="/authors">Authors</a>
				<a href="/orgs">Organisations</a>
				<a href="/about/api">API</a>
				<a href="/about/ranking">How papers are ordered</a>
			</nav>
			<KeyboardShortcuts />
		</footer>
	);
}
