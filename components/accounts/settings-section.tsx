import type { ReactNode } from "react";

/** One thing that can be set, under its heading. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="space-y-3 border-t border-rule pt-6 [&:not(:first-child)]:mt-8">
			<h2 className="text-[24px] leading-tight font-medium text-ink">{title}</h2>
			{children}
		</section>
	);
}
