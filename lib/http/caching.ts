/**
 * `Cache-Control` of what is the same for everybody: a cache in front holds it for 20 s, serves it for another 10 while it is renewed,
 * and for a day while we are down. We may give it pages that are 30 s old (`revalidate`), so that readers see none older than a minute.
 */
export const SHARED_CACHING = "public, s-maxage=20, stale-while-revalidate=10, stale-if-error=86400";
