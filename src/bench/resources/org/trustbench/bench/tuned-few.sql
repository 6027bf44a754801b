
-- Of few inspections, one after the other is the fastest.
copy (
  select case_id, q as question_id, answer, outcome, judgements.rowid - start as line
  from judgements
  join starts using (folder)
  join known_cases using (folder, c)
  join meanings using (q, a)
  where folder = '${folder}'
    and judgements.rowid not in (select number from looked_at where rule is not null))
to '${out}/judgements/${folder}.parquet' (format parquet, compression zstd, parquet_version v2);
