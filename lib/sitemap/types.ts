/** An address of ours, from the slash on, and when what stands there last changed: an instant, or a UTC day. */
export type SitemapEntry = { path: string; changed?: Date | string };
