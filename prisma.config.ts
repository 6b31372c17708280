import { defineConfig } from "prisma/config";

export default defineConfig({
	schema: "prisma/schema.prisma",
	migrations: { path: "prisma/migrations" },
	// `prisma generate` needs no database; `prisma migrate deploy` does, and takes it from the environment.
	datasource: { url: process.env.DATABASE_URL ?? "" },
});
