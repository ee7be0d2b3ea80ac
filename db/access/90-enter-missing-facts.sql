-- What happened before there was a ledger enters it now. On every later migrate there is nothing left to enter.
select app.enter_missing_facts();
