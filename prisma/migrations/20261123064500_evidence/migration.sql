-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('pdf', 'jpeg', 'png');

-- CreateEnum
CREATE TYPE "ValueStateKind" AS ENUM ('checked', 'matched');

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "pages" INTEGER,
    "file_name" TEXT NOT NULL,
    "document_no" TEXT,
    "document_on" DATE,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_link" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "row" TEXT NOT NULL DEFAULT '',
    "page" INTEGER,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "evidence_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "value_state" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "row" TEXT NOT NULL DEFAULT '',
    "value_hash" TEXT NOT NULL,
    "kind" "ValueStateKind" NOT NULL,
    "holds" BOOLEAN NOT NULL,
    "evidence_id" UUID,
    "paper" TEXT,
    "by_user_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "value_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_record_id_idx" ON "evidence"("record_id");

-- CreateIndex
CREATE INDEX "evidence_sha256_idx" ON "evidence"("sha256");

-- CreateIndex
CREATE INDEX "evidence_link_record_id_idx" ON "evidence_link"("record_id");

-- CreateIndex
CREATE INDEX "evidence_link_evidence_id_idx" ON "evidence_link"("evidence_id");

-- CreateIndex
CREATE INDEX "value_state_record_id_idx" ON "value_state"("record_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_state" ADD CONSTRAINT "value_state_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_state" ADD CONSTRAINT "value_state_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One paper stands once at one value.
CREATE UNIQUE INDEX "evidence_link_standing" ON "evidence_link"("evidence_id", "section", "code", "row") WHERE "ended_at" IS NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "value_state" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
