-- CreateEnum
CREATE TYPE "import_source" AS ENUM ('huggingface', 'arxiv', 'file', 'sample');

-- CreateEnum
CREATE TYPE "subscriber_state" AS ENUM ('pending', 'confirmed', 'unsubscribed');

-- CreateEnum
CREATE TYPE "digest_kind" AS ENUM ('daily');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('planned', 'submitted', 'rejected', 'skipped', 'unknown');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('open', 'settled');

-- CreateTable
CREATE TABLE "papers" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "author_count" INTEGER,
    "organization_id" UUID,
    "edition_date" DATE,
    "listed_at" TIMESTAMPTZ(3),
    "local_upvotes" INTEGER NOT NULL DEFAULT 0,
    "imported_upvotes" INTEGER NOT NULL DEFAULT 0,
    "imported_comments" INTEGER NOT NULL DEFAULT 0,
    "import_source" "import_source",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authors" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "authors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_authors" (
    "paper_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "paper_authors_pkey" PRIMARY KEY ("paper_id","position")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "editions" (
    "date" DATE NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" TEXT NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "votes" (
    "user_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "votes_pkey" PRIMARY KEY ("user_id","paper_id")
);

-- CreateTable
CREATE TABLE "subscribers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "state" "subscriber_state" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "unsubscribed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscribers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "digest_kind" NOT NULL,
    "date" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "papers" JSONB NOT NULL,
    "composed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "digest_id" UUID NOT NULL,
    "subscriber_id" UUID NOT NULL,
    "kind" "digest_kind" NOT NULL,
    "date" DATE NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'planned',
    "batch_id" UUID,
    "batch_index" INTEGER,
    "provider_id" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_batches" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "digest_id" UUID NOT NULL,
    "state" "batch_state" NOT NULL DEFAULT 'open',
    "payload" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cooldowns" (
    "key" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cooldowns_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "papers_edition_date_idx" ON "papers"("edition_date");

-- CreateIndex
CREATE INDEX "papers_organization_id_idx" ON "papers"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "authors_slug_key" ON "authors"("slug");

-- CreateIndex
CREATE INDEX "paper_authors_author_id_idx" ON "paper_authors"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_account_id_key" ON "accounts"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE INDEX "verifications_expires_at_idx" ON "verifications"("expires_at");

-- CreateIndex
CREATE INDEX "votes_paper_id_idx" ON "votes"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscribers_email_key" ON "subscribers"("email");

-- CreateIndex
CREATE INDEX "subscribers_state_idx" ON "subscribers"("state");

-- CreateIndex
CREATE UNIQUE INDEX "digests_kind_date_key" ON "digests"("kind", "date");

-- CreateIndex
CREATE INDEX "deliveries_digest_id_state_idx" ON "deliveries"("digest_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_subscriber_id_kind_date_key" ON "deliveries"("subscriber_id", "kind", "date");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_batch_id_batch_index_key" ON "deliveries"("batch_id", "batch_index");

-- CreateIndex
CREATE INDEX "delivery_batches_digest_id_state_idx" ON "delivery_batches"("digest_id", "state");

-- CreateIndex
CREATE INDEX "cooldowns_expires_at_idx" ON "cooldowns"("expires_at");

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "papers" ADD CONSTRAINT "papers_edition_date_fkey" FOREIGN KEY ("edition_date") REFERENCES "editions"("date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_authors" ADD CONSTRAINT "paper_authors_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_authors" ADD CONSTRAINT "paper_authors_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "authors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digests" ADD CONSTRAINT "digests_date_fkey" FOREIGN KEY ("date") REFERENCES "editions"("date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscribers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "delivery_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language has no words for.

-- Counts are counts, and a count that was imported says from where.
ALTER TABLE "papers"
    ADD CONSTRAINT "papers_counts_not_negative"
        CHECK ("local_upvotes" >= 0 AND "imported_upvotes" >= 0 AND "imported_comments" >= 0 AND "author_count" >= 0),
    ADD CONSTRAINT "papers_imported_counts_have_a_source"
        CHECK ("import_source" IS NOT NULL OR ("imported_upvotes" = 0 AND "imported_comments" = 0)),
    ADD CONSTRAINT "papers_listed_with_an_instant"
        CHECK (("edition_date" IS NULL) = ("listed_at" IS NULL)),
    ADD CONSTRAINT "papers_have_id_and_title"
        CHECK ("id" ~ '^[a-zA-Z0-9][a-zA-Z0-9./-]*$' AND "title" <> '');

ALTER TABLE "paper_authors" ADD CONSTRAINT "paper_authors_position_not_negative" CHECK ("position" >= 0);

-- One person, one row: addresses are kept in lower case, so that the unique index holds for all spellings.
ALTER TABLE "users" ADD CONSTRAINT "users_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_email_lower_case" CHECK ("email" = lower("email"));

-- A state and its instant agree.
ALTER TABLE "subscribers"
    ADD CONSTRAINT "subscribers_confirmed_has_an_instant" CHECK ("state" <> 'confirmed' OR "confirmed_at" IS NOT NULL),
    ADD CONSTRAINT "subscribers_unsubscribed_has_an_instant" CHECK ("state" <> 'unsubscribed' OR "unsubscribed_at" IS NOT NULL);

-- A delivery that was submitted can be found at the provider; one that is over says when.
ALTER TABLE "deliveries"
    ADD CONSTRAINT "deliveries_submitted_has_provider_id" CHECK ("state" <> 'submitted' OR "provider_id" IS NOT NULL),
    ADD CONSTRAINT "deliveries_settled_has_an_instant" CHECK (("state" = 'planned') = ("settled_at" IS NULL)),
    ADD CONSTRAINT "deliveries_batch_and_index_together" CHECK (("batch_id" IS NULL) = ("batch_index" IS NULL)),
    ADD CONSTRAINT "deliveries_batch_index_within_provider_limit" CHECK ("batch_index" BETWEEN 0 AND 99);

-- Addresses stay in a payload only for as long as it may have to be sent again.
ALTER TABLE "delivery_batches"
    ADD CONSTRAINT "delivery_batches_settled_holds_no_payload" CHECK (("state" = 'settled') = ("payload" IS NULL)),
    ADD CONSTRAINT "delivery_batches_attempts_not_negative" CHECK ("attempts" >= 0);

-- The counter of a paper's votes follows the rows in the same transaction, whichever code writes them.
CREATE FUNCTION "count_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE "papers" SET "local_upvotes" = "local_upvotes" - 1 WHERE "id" = OLD."paper_id";
    ELSE
        UPDATE "papers" SET "local_upvotes" = "local_upvotes" + 1 WHERE "id" = NEW."paper_id";
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "votes_are_counted" AFTER INSERT OR DELETE ON "votes"
    FOR EACH ROW EXECUTE FUNCTION "count_vote"();

-- A vote is cast or taken back, never moved: moving one would pass by the counter.
CREATE FUNCTION "refuse_vote_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'votes are inserted and deleted, not updated';
END
$$;

CREATE TRIGGER "votes_are_not_updated" BEFORE UPDATE ON "votes"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_vote_update"();
