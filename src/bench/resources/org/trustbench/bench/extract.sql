-- One long extract of a programme, every row of which repeats what its case is like. Words become
-- numbers while they are read, 64 bits of a hash stand for a case, and what is no such word is left
-- empty and found afterwards.
set threads = 2;
set preserve_insertion_order = false;
create temp table questions as from read_csv('${form}/questions.csv');
create temp table answers as
from read_csv('${form}/answers.csv') union all by name select '' as spelling, 'nr' as answer;
create temp table trusts as
select code, unnest(string_split(concat_ws('|', code, name, aliases), '|')) as name
from read_csv('${sent}/framework/trusts.csv');
create temp table outcomes as from read_csv('${form}/outcomes.csv');
create temp table codes as from read_csv('${form}/attributes.csv');
create type question as enum (select question_id from questions);
create type answer as enum (select spelling from answers);
create type evidence as enum (select distinct evidence from questions);
create type code as enum (select distinct code from codes);
create type outcome as enum (select distinct outcome from outcomes order by all);
create temp table meanings as
select question_id::question as q, spelling::answer as a, outcome::outcome as outcome
from outcomes join answers using (answer);

create temp table judgements as
select
  trust, hash(trust, case_id) as c, case_id, try_cast(question_id as question) as q,
  try_cast(answer as answer) as a, try_cast(evidence as evidence) as evidence,
  try_cast(order_type as code) as order_type, try_cast(gender as code) as gender,
  try_cast(age_band as code) as age_band, try_cast(risk_of_harm as code) as risk_of_harm,
  try_cast(reoffending_band as code) as reoffending_band,
  try_cast(child_protection_concern as code) as child_protection_concern,
  try_cast(statutory_victim_contact as code) as statutory_victim_contact, local_delivery_unit,
  date
from read_csv('${sent}/extract.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\x01',
  columns = {
    trust: 'varchar', case_id: 'varchar', synthetic: 'varchar', date: 'date', evidence: 'varchar',
    order_type: 'varchar', gender: 'varchar', age_band: 'varchar', risk_of_harm: 'varchar',
    reoffending_band: 'varchar', child_protection_concern: 'varchar',
    statutory_victim_contact: 'varchar', local_delivery_unit: 'varchar', question_id: 'varchar',
    answer: 'varchar'});

create temp table cases as
select
  c, any_value(trust) as trust, any_value(case_id) as case_id, any_value(evidence) as evidence,
  any_value(order_type) as order_type, any_value(gender) as gender,
  any_value(age_band) as age_band, any_value(risk_of_harm) as risk_of_harm,
  any_value(reoffending_band) as reoffending_band,
  any_value(child_protection_concern) as child_protection_concern,
  any_value(statutory_victim_contact) as statutory_victim_contact,
  any_value(local_delivery_unit) as local_delivery_unit,
  min(described) <> max(described) as is_disputed, count(*) as n, bit_or(1::hugeint << enum_code(q)) as asked
from (
  select *, hash(evidence, order_type, gender, age_band, risk_of_harm, reoffending_band,
    child_protection_concern, statutory_victim_contact, local_delivery_unit) as described
  from judgements)
group by c;
copy (select * from cases where is_disputed or bit_count(asked) <> n) to '${out}/suspects.csv';
copy (select * from judgements where q is null or a is null or evidence is null) to '${out}/rejects.csv';
copy (select * exclude (is_disputed, n, asked) from cases)
to '${out}/cases.parquet' (format parquet, compression zstd);
copy (select trust, case_id, q, a from judgements)
to '${out}/judgements' (format parquet, compression zstd, partition_by (trust), overwrite_or_ignore);

copy (
  select
    code || '-2013-14' as inspection_id, questions.question_id,
    coalesce(sum(n) filter (outcome = 'sufficient'), 0) as sufficient,
    coalesce(sum(n) filter (outcome = 'insufficient'), 0) as insufficient,
    coalesce(sum(n) filter (outcome = 'not_applicable'), 0) as not_applicable,
    any_value(inspected.cases) - sufficient - insufficient - not_applicable as not_recorded
  from (select trust, evidence, count(*) as cases from cases group by all) as inspected
  join trusts on trusts.name = inspected.trust
  join questions on questions.evidence = inspected.evidence::varchar
  left join (
    select trust, q, outcome, count(*) as n from judgements join meanings using (q, a) group by all) as counted
    on counted.trust = inspected.trust and counted.q::varchar = questions.question_id
  group by all)
to '${out}/tallies.csv';
