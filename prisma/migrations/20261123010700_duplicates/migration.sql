-- CreateEnum
CREATE TYPE "DuplicateState" AS ENUM ('open', 'different', 'same', 'lapsed');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "same_as_id" UUID;

-- AlterTable
ALTER TABLE "record_quality" ADD COLUMN     "contacts" TEXT[],
ADD COLUMN     "suspected" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "duplicate_case" (
    "id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "grounds" TEXT[],
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DuplicateState" NOT NULL DEFAULT 'open',

    CONSTRAINT "duplicate_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "kept_id" UUID,
    "reason" TEXT NOT NULL,
    "closing" JSONB,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duplicate_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duplicate_case_second_id_idx" ON "duplicate_case"("second_id");

-- CreateIndex
CREATE INDEX "duplicate_case_state_found_at_idx" ON "duplicate_case"("state", "found_at");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_case_first_id_second_id_key" ON "duplicate_case"("first_id", "second_id");

-- CreateIndex
CREATE INDEX "duplicate_decision_case_id_at_idx" ON "duplicate_decision"("case_id", "at");

-- CreateIndex
CREATE INDEX "person_same_as_id_idx" ON "person"("same_as_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_same_as_id_fkey" FOREIGN KEY ("same_as_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_case" ADD CONSTRAINT "duplicate_case_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_case" ADD CONSTRAINT "duplicate_case_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_decision" ADD CONSTRAINT "duplicate_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "duplicate_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only, below the application.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "duplicate_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- Contacts are read when a record is judged: all of them once more.
UPDATE record_quality SET changes = changes + 1;
