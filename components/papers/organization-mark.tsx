import { hueOf } from "@/components/ui/hue";
import type { Organization } from "@/lib/papers/types";

/** An organisation's initial and name, where authors stand otherwise. Its colour is always the same. */
export function OrganizationMark({ organization: { name, slug } }: { organization: Organization }) {
	return (
		<>
			<i aria-hidden="true" style={{ background: hueOf(slug) }}>
				{[...name][0]?.toUpperCase()}
			</i>
			{name}
		</>
	);
}
