-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "disabled_reason" TEXT,
ADD COLUMN     "disabled_why" TEXT,
ADD COLUMN     "enabled_at" TIMESTAMPTZ(3);
