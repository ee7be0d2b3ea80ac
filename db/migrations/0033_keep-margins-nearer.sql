ALTER TABLE "project_totals" ADD COLUMN "unbilled_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "project_totals" ADD COLUMN "deferred_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "line_totals_by_the_day" ON "line_totals" USING btree ("project_id") WHERE "line_totals"."by_the_day";--> statement-breakpoint
CREATE INDEX "time_entries_open" ON "time_entries" USING btree ("booked_on") WHERE "time_entries"."approved_at" is null or "time_entries"."cost_minor" is null;--> statement-breakpoint
CREATE INDEX "time_entries_project_booked" ON "time_entries" USING btree ("project_id","booked_on");--> statement-breakpoint
-- Where there are none, all totals are made anew when access is declared.
SET LOCAL row_security = off;--> statement-breakpoint
DELETE FROM "project_totals";
