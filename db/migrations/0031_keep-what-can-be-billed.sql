CREATE TABLE "line_forecasts" (
	"project_id" uuid NOT NULL,
	"contract_line_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"completion_minor" bigint NOT NULL,
	"completion_minutes" bigint NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_forecasts_contract_line_id_month_on_pk" PRIMARY KEY("contract_line_id","month_on"),
	CONSTRAINT "line_forecasts_first_day" CHECK (extract(day from "line_forecasts"."month_on") = 1)
);
--> statement-breakpoint
CREATE TABLE "billable_sums" (
	"project_id" uuid NOT NULL,
	"source" text NOT NULL,
	"from_on" date NOT NULL,
	"count" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "billable_sums_project_id_source_from_on_pk" PRIMARY KEY("project_id","source","from_on"),
	CONSTRAINT "billable_sums_source" CHECK ("billable_sums"."source" in ('milestone', 'time', 'expense', 'vendor', 'retainer'))
);
--> statement-breakpoint
ALTER TABLE "line_forecasts" ADD CONSTRAINT "line_forecasts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_forecasts" ADD CONSTRAINT "line_forecasts_contract_line_id_contract_lines_id_fk" FOREIGN KEY ("contract_line_id") REFERENCES "public"."contract_lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billable_sums" ADD CONSTRAINT "billable_sums_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
-- Where there are none, all totals are made anew when access is declared: with them what can be billed.
SET LOCAL row_security = off;--> statement-breakpoint
DELETE FROM "project_totals";
