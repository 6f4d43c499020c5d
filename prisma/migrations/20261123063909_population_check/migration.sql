-- CreateEnum
CREATE TYPE "PopulationResult" AS ENUM ('match', 'noMatch', 'error');

-- CreateTable
CREATE TABLE "population_check" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "result" "PopulationResult" NOT NULL,
    "cause" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_no" TEXT NOT NULL,
    "officer_code" TEXT NOT NULL,
    "by_user_id" UUID,
    "by_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "input_sha256" TEXT NOT NULL,

    CONSTRAINT "population_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "population_request" (
    "record_id" UUID NOT NULL,
    "of_approved" BOOLEAN NOT NULL,
    "campaign_id" UUID,
    "purpose" TEXT NOT NULL,
    "officer_code" TEXT NOT NULL,
    "by_user_id" UUID,
    "by_name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,

    CONSTRAINT "population_request_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "population_campaign" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_path" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "population_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "population_check_request_no_key" ON "population_check"("request_no");

-- CreateIndex
CREATE INDEX "population_check_record_id_id_idx" ON "population_check"("record_id", "id");

-- CreateIndex
CREATE INDEX "population_check_at_idx" ON "population_check"("at");

-- CreateIndex
CREATE INDEX "population_request_due_at_idx" ON "population_request"("due_at");

-- CreateIndex
CREATE INDEX "population_campaign_at_idx" ON "population_campaign"("at");

-- AddForeignKey
ALTER TABLE "population_check" ADD CONSTRAINT "population_check_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "population_request" ADD CONSTRAINT "population_request_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "population_request" ADD CONSTRAINT "population_request_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "population_campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;


CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "population_check" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "population_campaign" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
