-- CreateTable
CREATE TABLE "follows" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" TEXT NOT NULL,
    "author_id" UUID,
    "organization_id" UUID,
    "topic_id" INTEGER,
    "search" TEXT,
    "in_digest" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "follows_author_id_idx" ON "follows"("author_id");

-- CreateIndex
CREATE INDEX "follows_organization_id_idx" ON "follows"("organization_id");

-- CreateIndex
CREATE INDEX "follows_topic_id_idx" ON "follows"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "follows_user_id_author_id_key" ON "follows"("user_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "follows_user_id_organization_id_key" ON "follows"("user_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "follows_user_id_topic_id_key" ON "follows"("user_id", "topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "follows_user_id_search_key" ON "follows"("user_id", "search");

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "authors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "follows"
    ADD CONSTRAINT "follows_one_thing" CHECK (num_nonnulls("author_id", "organization_id", "topic_id", "search") = 1),
    ADD CONSTRAINT "follows_search_is_short" CHECK (length("search") BETWEEN 1 AND 250);
