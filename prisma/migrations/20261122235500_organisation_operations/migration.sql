-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "is_open" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "legacy_code" TEXT,
ADD COLUMN     "national_code" TEXT;

-- AlterTable
ALTER TABLE "unit_version" ADD COLUMN     "legacy_code" TEXT,
ADD COLUMN     "national_code" TEXT;

-- CreateTable
CREATE TABLE "unit_link" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "unit_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_operation" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "input" JSONB,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "summary" TEXT NOT NULL,
    "unit_ids" UUID[],
    "undoes_id" UUID,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unit_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "headcount_quota" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "headcount_quota_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_job_position" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "unit_job_position_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_link_predecessor_id_idx" ON "unit_link"("predecessor_id");

-- CreateIndex
CREATE INDEX "unit_link_successor_id_idx" ON "unit_link"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_operation_undoes_id_key" ON "unit_operation"("undoes_id");

-- CreateIndex
CREATE INDEX "unit_operation_number_idx" ON "unit_operation"("number");

-- CreateIndex
CREATE INDEX "unit_operation_unit_ids_idx" ON "unit_operation" USING GIN ("unit_ids");

-- CreateIndex
CREATE UNIQUE INDEX "headcount_quota_unit_id_year_kind_key" ON "headcount_quota"("unit_id", "year", "kind");

-- CreateIndex
CREATE INDEX "unit_job_position_unit_id_valid_from_idx" ON "unit_job_position"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_version_parent_id_idx" ON "unit_version"("parent_id");

-- CreateIndex
CREATE INDEX "unit_version_agency_code_idx" ON "unit_version"("agency_code");

-- AddForeignKey
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_link" ADD CONSTRAINT "unit_link_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_operation" ADD CONSTRAINT "unit_operation_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "unit_operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headcount_quota" ADD CONSTRAINT "headcount_quota_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_job_position" ADD CONSTRAINT "unit_job_position_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was done to the tree stays written.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "unit_operation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
