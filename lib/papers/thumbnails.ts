/** Where thumbnails are shown from; those that stand elsewhere are left out. The pages' Content-Security-Policy names the same. */
export const THUMBNAIL_HOSTS = ["cdn-thumbnails.huggingface.co", "cdn-uploads.huggingface.co"];

/** Films have addresses too, and are no pictures. */
const PICTURE = /\.(png|jpe?g|gif|webp|avif)$/i;

/** The address of a paper's thumbnail as a page may show it; undefined if it stands elsewhere or is no picture. */
export function findThumbnail(address: string | null): string | undefined {
	if (address === null || !URL.canParse(address)) return undefined;
	const { protocol, host, pathname, href } = new URL(address);
	return protocol === "https:" && THUMBNAIL_HOSTS.includes(host) && PICTURE.test(pathname) ? href : undefined;
}
