-- A fact of weight is written once. Grants say so too; the trigger also stops the owner of the tables.

create function app.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a row of % is a fact: it is never changed or deleted', tg_table_name using errcode = '42501';
end $$;

do $$
declare fact text;
begin
  foreach fact in array array['publications', 'submissions', 'submission_files', 'decisions', 'criterion_results',
    'certificates', 'invoices', 'invoice_lines', 'invoice_documents', 'invoice_payments'] loop
    execute format('create trigger never_changed before update or delete on public.%I
      for each row execute function app.refuse_change()', fact);
    execute format('create trigger never_emptied before truncate on public.%I
      for each statement execute function app.refuse_change()', fact);
  end loop;
end $$;
