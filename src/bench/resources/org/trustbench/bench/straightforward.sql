-- As an analyst would write it: everything a text, joined with the form, repeats by a window.
create temp table sent as
select row_number() over () as number, split_part(filename, '/', -2) as folder, * exclude (filename)
from read_csv('${sent}/*/judgements.csv',
  header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\x01',
  null_padding = true, strict_mode = false, filename = true,
  columns = {
    case_id: 'varchar', question_id: 'varchar', answer: 'varchar', inspector_id: 'varchar',
    extra: 'varchar'});
create temp table judged as
select
  sent.folder, number - start as line, trim(sent.case_id) as case_id, questions.question_id,
  answers.answer, outcome, is_rejected, questions.evidence <> cases.evidence as is_foreign,
  case
    when inspector_id is null or extra is not null then 'malformed-line'
    when trim(sent.case_id) = '' or trim(sent.question_id) = '' then 'missing-key'
    when questions.question_id is null then 'unknown-question'
    when cases.case_id is null then 'unknown-case'
    when outcome is null then 'unknown-answer'
    when not is_rejected and is_foreign and outcome in ('sufficient', 'insufficient') then 'wrong-evidence'
  end as rule
from sent
join (select folder, min(number) - 2 as start from sent group by folder) using (folder)
left join questions on questions.question_id = lower(trim(sent.question_id))
left join answers on answers.spelling = lower(trim(sent.answer))
left join outcomes on outcomes.question_id = questions.question_id and outcomes.answer = answers.answer
left join cases on cases.folder = sent.folder and cases.case_id = trim(sent.case_id);
create temp table repeated as
select
  folder, case_id, question_id, min(line) as first_line, min(answer) <> max(answer) as is_conflict
from judged
where rule is null
group by folder, case_id, question_id
having count(*) > 1;
create temp view judgements as
select
  judged.* exclude (rule),
  case
    when is_conflict then 'conflicting-judgement'
    when line > first_line then 'repeat'
    when is_rejected then 'unknown-case'
  end as rule
from judged
left join repeated using (folder, case_id, question_id)
where judged.rule is null;

copy (
  select inspection_id, file, line, rule
  from (
    select folder, folder || '/judgements.csv' as file, line, rule from judged where rule is not null
    union all
    select folder, folder || '/judgements.csv', line, rule from judgements where rule <> 'repeat'
    union all
    select folder, folder || '/cases.csv', line, rule from case_rejects)
  join inspections using (folder))
to '${out}/rejects.csv';

copy (
  with counted as (
    select
      folder, question_id,
      count(*) filter (outcome = 'sufficient') as sufficient,
      count(*) filter (outcome = 'insufficient') as insufficient,
      count(*) filter (outcome = 'not_applicable') as not_applicable
    from judgements
    where rule is null and not is_foreign
    group by folder, question_id),
  scopes as (
    select folder, question_id, count(*) as cases
    from cases
    join questions using (evidence)
    where not is_rejected
    group by folder, question_id)
  select
    inspection_id, question_id, coalesce(sufficient, 0) as sufficient,
    coalesce(insufficient, 0) as insufficient, coalesce(not_applicable, 0) as not_applicable,
    cases - coalesce(sufficient + insufficient + not_applicable, 0) as not_recorded
  from scopes
  join inspections using (folder)
  left join counted using (folder, question_id))
to '${out}/tallies.csv';

copy (
  select inspection_id, case_id, question_id, answer, outcome, line
  from judgements
  join inspections using (folder)
  where rule is null)
to '${out}/judgements' (format parquet, compression zstd, partition_by (inspection_id), overwrite_or_ignore);
