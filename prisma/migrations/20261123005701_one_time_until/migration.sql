-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "one_time_until" TIMESTAMPTZ(3);
