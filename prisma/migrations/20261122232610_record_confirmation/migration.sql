-- AlterTable
ALTER TABLE "approval_item" ADD COLUMN     "confirmed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "record_confirmation" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "record_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_confirmation_revision_id_period_idx" ON "record_confirmation"("revision_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "record_confirmation_record_id_period_revision_id_key" ON "record_confirmation"("record_id", "period", "revision_id");

-- AddForeignKey
ALTER TABLE "record_confirmation" ADD CONSTRAINT "record_confirmation_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_confirmation" ADD CONSTRAINT "record_confirmation_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody confirmed is never unsaid.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_confirmation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
