export function SiteFooter() {
	return (
		<footer className="flex flex-wrap gap-x-[18px] gap-y-2 border-t border-rule pt-5 pb-10 text-[13px] text-ink-faint">
			<span>Broadsheet, the open daily paper feed</span>
		</footer>
	);
}
