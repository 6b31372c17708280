import { KeyboardShortcuts } from "@/components/keyboard/keyboard-shortcuts";
import { IntentLink } from "@/components/ui/intent-link";

export function SiteFooter() {
	return (
		<footer className="flex flex-wrap gap-x-[18px] gap-y-2 border-t border-rule pt-5 pb-10 text-[13px] text-ink-faint">
			<span>Broadsheet, the open daily paper feed</span>
			<nav aria-label="More" className="flex flex-wrap gap-x-[18px] gap-y-2">
				<IntentLink href="/topics">Topics</IntentLink>
				<IntentLink href="/authors">Authors</IntentLink>
				<IntentLink href="/orgs">Organisations</IntentLink>
				<IntentLink href="/about/api">API</IntentLink>
				<IntentLink href="/about/ranking">How papers are ordered</IntentLink>
			</nav>
			<KeyboardShortcuts />
		</footer>
	);
}
