-- As fast as we could make DuckDB do it. Words become numbers while they are read; where a row
-- stands in the table tells its line; and a case is looked at judgement by judgement only where the
-- bits of its questions say that something is wrong with it. Every answer of this form is open to
-- every question, so that pairs of them need no check.
create type folder as enum (select folder from inspections order by all);
create type case_id as enum (select distinct case_id from cases);
create type question as enum (select question_id from questions);
create type spelling as enum (select spelling from answers);
create type answer as enum (select distinct answer from answers order by all);
create type outcome as enum (select distinct outcome from outcomes order by all);
create temp table meanings as
select
  question_id::question as q, spelling::spelling as a, answer::answer as answer, outcome::outcome as outcome
from outcomes join answers using (answer);

create temp table known_cases as
select folder::folder as folder, hash(case_id) as c, case_id::case_id as case_id, evidence, is_rejected from cases;
create temp table asked as select question_id, question_id::question as q from questions;
create temp table spelt as select spelling, spelling::spelling as a from answers;

-- One row per judgement sent, in the order of files and lines; the text only of what is odd. A cast
-- to a large enum is slow to fail and a join would lose the order, so 64 bits of a hash stand for a
-- case.
create temp table judgements as
select
  folder, c, q, a,
  case
    when inspector_id is null or extra is not null then 'ragged'
    when q is null or a is null
    then case_id || chr(31) || question_id || chr(31) || answer
  end as odd
from (
  select
    split_part(filename, '/', -2)::folder as folder, hash(trim(case_id)) as c,
    try_cast(question_id as question) as q, try_cast(answer as spelling) as a, *
  from read_csv('${sent}/*/judgements.csv',
    header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\x01',
    null_padding = true, strict_mode = false, filename = true,
    columns = {
      case_id: 'varchar', question_id: 'varchar', answer: 'varchar', inspector_id: 'varchar',
      extra: 'varchar'}));
create temp table odd_rows as
select
  number, odd_rows.folder, hash(texts[1]) as c, q, a,
  case
    when odd = 'ragged' then 'malformed-line'
    when texts[1] = '' or texts[2] = '' then 'missing-key'
    when q is null then 'unknown-question'
    when case_id is null then 'unknown-case'
    when a is null then 'unknown-answer'
  end as rule
from (
  select
    rowid as number, folder, odd,
    list_transform(string_split(odd, chr(31)), lambda text: trim(text)) as texts
  from judgements
  where odd is not null) as odd_rows
left join known_cases on known_cases.folder = odd_rows.folder and known_cases.case_id = texts[1]
left join asked on asked.question_id = lower(texts[2])
left join spelt on spelt.spelling = lower(texts[3]);
-- From here on a row without a case is one that has a fault of its own.
update judgements
set c = case when odd_rows.rule is null then odd_rows.c end, q = odd_rows.q, a = odd_rows.a
from odd_rows
where judgements.rowid = odd_rows.number;

-- A case is suspect when a question of it came twice or is not asked of its evidence, or when it
-- has no sound row.
create temp table masks as
select
  of_case.evidence, bit_or(1::hugeint << enum_code(question_id::question)) as foreign_questions
from questions, (select distinct evidence from questions) as of_case
where questions.evidence <> of_case.evidence
group by of_case.evidence;
create temp table suspects as
select folder, c, evidence, is_rejected
from (
  select folder, c, count(*) as n, bit_or(1::hugeint << enum_code(q)) as asked
  from judgements
  where c is not null
  group by folder, c)
left join known_cases using (folder, c)
left join masks using (evidence)
where evidence is null or is_rejected or bit_count(asked) <> n or asked & foreign_questions <> 0;
create temp table looked_at as
select
  number, folder, q, a, is_foreign,
  case
    when c = hash('') then 'missing-key'
    when evidence is null then 'unknown-case'
    when not is_placed then 'wrong-evidence'
    when min(answer) over cell <> max(answer) over cell then 'conflicting-judgement'
    when row_number() over (cell order by number) > 1 then 'repeat'
    when is_rejected then 'unknown-case'
  end as rule
from (
  select
    judgements.rowid as number, folder, c, q, a, answer, suspects.evidence, is_rejected,
    questions.evidence <> suspects.evidence as is_foreign,
    is_rejected or not is_foreign or outcome not in ('sufficient', 'insufficient') as is_placed
  from judgements
  join suspects using (folder, c)
  join (select question_id::question as q, evidence from questions) as questions using (q)
  join meanings using (q, a))
window cell as (partition by folder, c, q, is_placed);
create temp table starts as
select folder, inspection_id, min(judgements.rowid) - 2 as start
from judgements
join (select folder::folder as folder, inspection_id from inspections) using (folder)
group by all;

copy (
  select inspection_id, folder || '/judgements.csv' as file, number - start as line, rule
  from (
    select folder, number, rule from odd_rows where rule is not null
    union all
    select folder, number, rule from looked_at where rule <> 'repeat')
  join starts using (folder)
  union all
  select inspection_id, folder || '/cases.csv', line, rule
  from case_rejects
  join inspections using (folder))
to '${out}/rejects.csv';

copy (
  with counted as (
    select folder, question_id, outcome, sum(n) as n
    from (
      select folder, q, a, count(*) as n from judgements where c is not null group by all
      union all
      select folder, q, a, -count(*) from looked_at where rule is not null or is_foreign group by all)
    join meanings using (q, a)
    join asked using (q)
    group by all),
  scopes as (
    select folder, question_id, count(*) as cases
    from cases
    join questions using (evidence)
    where not is_rejected
    group by all)
  select
    inspection_id, question_id,
    coalesce(sum(n) filter (outcome = 'sufficient'), 0) as sufficient,
    coalesce(sum(n) filter (outcome = 'insufficient'), 0) as insufficient,
    coalesce(sum(n) filter (outcome = 'not_applicable'), 0) as not_applicable,
    any_value(cases) - sufficient - insufficient - not_applicable as not_recorded
  from scopes
  join inspections using (folder)
  left join (select folder::varchar as folder, * exclude (folder) from counted) using (folder, question_id)
  group by inspection_id, question_id)
to '${out}/tallies.csv';
