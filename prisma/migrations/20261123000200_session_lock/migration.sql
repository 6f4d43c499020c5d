-- AlterTable
ALTER TABLE "session" ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "proven_at" TIMESTAMPTZ(3);
