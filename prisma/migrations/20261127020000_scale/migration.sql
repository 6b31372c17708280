-- In the order in which ingest and index job come to them, so that none of them and this wait for each other.
LOCK TABLE "papers", "paper_topics" IN SHARE ROW EXCLUSIVE MODE;

-- DropIndex
DROP INDEX "papers_organization_id_idx";

-- DropIndex
DROP INDEX "paper_topics_topic_id_idx";

-- AlterTable
ALTER TABLE "paper_topics" ADD COLUMN     "edition_date" DATE;

-- As the index job writes it.
UPDATE "paper_topics" SET "edition_date" = "papers"."edition_date"
FROM "papers" WHERE "papers"."id" = "paper_id" AND "papers"."edition_date" IS NOT NULL AND "papers"."hidden_at" IS NULL;

-- CreateIndex
CREATE INDEX "paper_topics_topic_id_edition_date_idx" ON "paper_topics"("topic_id", "edition_date");

-- CreateIndex
CREATE INDEX "papers_organization_id_edition_date_idx" ON "papers"("organization_id", "edition_date");

-- CreateIndex
CREATE INDEX "papers_published_at_id_idx" ON "papers"("published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "papers_submitted_by_idx" ON "papers"("submitted_by");

-- CreateIndex
CREATE INDEX "ingest_runs_finished_at_idx" ON "ingest_runs"("finished_at");

-- CreateIndex
CREATE INDEX "users_name_idx" ON "users"("name");

-- What Prisma's language has no words for.

-- How many different papers a table's rows are of, as a share of the rows. Of tens of millions of rows Postgres looks at some
-- thousands, takes a paper to have hundreds where it has ten, and reads a whole table rather than look ten rows up.
ALTER TABLE "paper_authors" ALTER COLUMN "paper_id" SET (n_distinct = -0.1);
ALTER TABLE "paper_topics" ALTER COLUMN "paper_id" SET (n_distinct = -0.13);
ALTER TABLE "paper_terms" ALTER COLUMN "paper_id" SET (n_distinct = -0.025);
ALTER TABLE "vote_snapshots" ALTER COLUMN "paper_id" SET (n_distinct = -0.4);
