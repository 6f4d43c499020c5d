-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "turn" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "channel_state" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "probe_by" TEXT,
ADD COLUMN     "probe_until" TIMESTAMPTZ(3);


-- Units take turns: a row that begins to wait stands behind those of its own unit, and not behind everybody else's.
CREATE FUNCTION take_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.turn := 1 + greatest(
    coalesce((SELECT max(turn) FROM delivery WHERE unit_id = NEW.unit_id AND state = 'waiting'), 0),
    coalesce((SELECT min(turn) FROM delivery WHERE state = 'waiting'), 1) - 1);
  RETURN NEW;
END $$;
CREATE TRIGGER turn_on_arrival BEFORE INSERT ON "delivery" FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION take_turn();
CREATE TRIGGER turn_on_return BEFORE UPDATE OF state ON "delivery" FOR EACH ROW
  WHEN (NEW.state = 'waiting' AND OLD.state NOT IN ('waiting', 'sending')) EXECUTE FUNCTION take_turn();

CREATE INDEX "delivery_turn" ON "delivery" ("turn", "id") WHERE "state" = 'waiting';
CREATE INDEX "delivery_unit_turn" ON "delivery" ("unit_id", "turn") WHERE "state" = 'waiting';
