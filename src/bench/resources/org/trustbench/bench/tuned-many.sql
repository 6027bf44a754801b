
-- Of many inspections, all at once is the fastest.
copy (
  select
    inspection_id, case_id, q as question_id, answer, outcome, judgements.rowid - start as line
  from judgements
  join starts using (folder)
  join known_cases using (folder, c)
  join meanings using (q, a)
  where judgements.rowid not in (select number from looked_at where rule is not null))
to '${out}/judgements'
(format parquet, compression zstd, parquet_version v2, partition_by (inspection_id), overwrite_or_ignore);
