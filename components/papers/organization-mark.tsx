import type { Organization } from "@/lib/papers/types";

/** An organisation's initial and name, where authors stand otherwise. */
export function OrganizationMark({ organization }: { organization: Organization }) {
	return (
		<span className="inline-flex items-center gap-1.5 font-medium text-ink-soft">
			<span
				aria-hidden="true"
				className="size-4 rounded bg-accent text-center text-[10px] leading-4 font-bold text-paper"
			>
				{[...organization.name][0]?.toUpperCase()}
			</span>
			<span data-organization={organization.slug}>{organization.name}</span>
		</span>
	);
}
