CREATE TABLE "month_reopenings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"closing_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"month_report_id" uuid NOT NULL,
	"reopened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "month_reopenings_month_report_id_unique" UNIQUE("month_report_id"),
	CONSTRAINT "month_reopenings_once" UNIQUE("closing_id","project_id")
);
--> statement-breakpoint
ALTER TABLE "expenses" DROP CONSTRAINT "expenses_booked";--> statement-breakpoint
ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_booked";--> statement-breakpoint
ALTER TABLE "journal_entries" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD COLUMN "reverses" uuid;--> statement-breakpoint
ALTER TABLE "expenses" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "month_reopenings" ADD CONSTRAINT "month_reopenings_closing_id_month_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."month_closings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reopenings" ADD CONSTRAINT "month_reopenings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reopenings" ADD CONSTRAINT "month_reopenings_month_report_id_month_reports_id_fk" FOREIGN KEY ("month_report_id") REFERENCES "public"."month_reports"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_reversed" FOREIGN KEY ("reverses") REFERENCES "public"."journal_entries"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_corrected" FOREIGN KEY ("project_id","corrects") REFERENCES "public"."expenses"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_corrected" FOREIGN KEY ("project_id","corrects") REFERENCES "public"."time_entries"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_entries_project" ON "journal_entries" USING btree ("project_id","booked_on");--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_reverses_unique" UNIQUE("reverses");--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_corrected_once" UNIQUE("corrects");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_corrected_once" UNIQUE("corrects");--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_kind" CHECK ("journal_entries"."kind" in ('labour', 'expense', 'expense-tax', 'vendor', 'vendor-tax', 'revenue', 'invoice', 'invoice-tax', 'payment', 'write-off', 'write-off-tax'));--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_reverses_or_corrects" CHECK ("expenses"."reverses" is null or "expenses"."corrects" is null);--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_booked" CHECK ("expenses"."reverses" is not null or "expenses"."corrects" is not null or "expenses"."booked_on" = "expenses"."spent_on");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_reverses_or_corrects" CHECK ("time_entries"."reverses" is null or "time_entries"."corrects" is null);--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_booked" CHECK ("time_entries"."reverses" is not null or "time_entries"."corrects" is not null or "time_entries"."booked_on" = "time_entries"."worked_on");