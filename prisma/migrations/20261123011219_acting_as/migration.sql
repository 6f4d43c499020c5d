-- AlterTable
ALTER TABLE "session" ADD COLUMN     "acting_as" TEXT;
