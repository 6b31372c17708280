-- CreateEnum
CREATE TYPE "ingest_state" AS ENUM ('running', 'done', 'failed', 'dead');

-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "ai_summary" TEXT,
ADD COLUMN     "ai_summary_model" TEXT,
ADD COLUMN     "author_comment" TEXT,
ADD COLUMN     "captured_at" TIMESTAMPTZ(3),
ADD COLUMN     "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "described_at" TIMESTAMPTZ(3),
ADD COLUMN     "described_by" "import_source",
ADD COLUMN     "doi" TEXT,
ADD COLUMN     "github_repo" TEXT,
ADD COLUMN     "github_stars" INTEGER,
ADD COLUMN     "journal_ref" TEXT,
ADD COLUMN     "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "listed_by" "import_source",
ADD COLUMN     "project_page" TEXT,
ADD COLUMN     "revised_at" TIMESTAMPTZ(3),
ADD COLUMN     "submitted_by" TEXT,
ADD COLUMN     "thumbnail_url" TEXT,
ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "logo_url" TEXT,
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "vote_snapshots" (
    "paper_id" TEXT NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "upvotes" INTEGER NOT NULL,
    "comments" INTEGER,

    CONSTRAINT "vote_snapshots_pkey" PRIMARY KEY ("paper_id","captured_at")
);

-- CreateTable
CREATE TABLE "ingest_runs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "source" "import_source" NOT NULL,
    "window_name" TEXT NOT NULL,
    "state" "ingest_state" NOT NULL DEFAULT 'running',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "seen" INTEGER NOT NULL DEFAULT 0,
    "new" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "ingest_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ingest_runs_source_started_at_idx" ON "ingest_runs"("source", "started_at");

-- AddForeignKey
ALTER TABLE "vote_snapshots" ADD CONSTRAINT "vote_snapshots_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

-- Until now whatever gave the counts gave all the rest.
UPDATE "papers" SET "described_by" = "import_source",
    "listed_by" = CASE WHEN "edition_date" IS NOT NULL THEN "import_source" END;

ALTER TABLE "papers"
    -- Prisma's lists may be null; here an empty list is the one way to say "none".
    ADD CONSTRAINT "papers_lists_are_lists" CHECK ("categories" IS NOT NULL AND "keywords" IS NOT NULL),
    ADD CONSTRAINT "papers_version_from_one" CHECK ("version" >= 1),
    ADD CONSTRAINT "papers_stars_not_negative" CHECK ("github_stars" >= 0),
    ADD CONSTRAINT "papers_repo_is_owner_and_name" CHECK ("github_repo" ~ '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$'),
    -- What stands behind a link is never a script.
    ADD CONSTRAINT "papers_addresses_are_of_the_web" CHECK ("project_page" ~* '^https?://' AND "thumbnail_url" ~* '^https?://'),
    ADD CONSTRAINT "papers_listed_by_only_when_listed" CHECK ("listed_by" IS NULL OR "edition_date" IS NOT NULL);

ALTER TABLE "organizations" ADD CONSTRAINT "organizations_logo_is_of_the_web" CHECK ("logo_url" ~* '^https?://');

ALTER TABLE "vote_snapshots"
    ADD CONSTRAINT "vote_snapshots_counts_not_negative" CHECK ("upvotes" >= 0 AND "comments" >= 0);

ALTER TABLE "ingest_runs"
    ADD CONSTRAINT "ingest_runs_over_has_an_instant" CHECK (("state" = 'running') = ("finished_at" IS NULL)),
    ADD CONSTRAINT "ingest_runs_not_done_says_why" CHECK ("state" IN ('running', 'done') OR "error" IS NOT NULL),
    ADD CONSTRAINT "ingest_runs_counts_add_up"
        CHECK (LEAST("new", "changed", "unchanged", "failed") >= 0 AND "seen" = "new" + "changed" + "unchanged" + "failed");
