-- A message without an answer may have had its effect: what follows it must be sent as EDIT.
ALTER TABLE "delivery" ADD COLUMN "uncertain" BOOLEAN NOT NULL DEFAULT false;
