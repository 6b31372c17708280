import { PageSteps } from "@/components/ui/page-steps";
import { type Order, type View, viewPath } from "@/lib/feed/views";

type PageLinksProps = { path: string; view: View; hasMore: boolean; orders?: readonly Order[] };

/** The way through a list that is longer than a page. */
export function PageLinks({ path, view, hasMore, orders }: PageLinksProps) {
	return <PageSteps page={view.page} hasMore={hasMore} pathOf={(page) => viewPath(path, { ...view, page }, orders)} />;
}
