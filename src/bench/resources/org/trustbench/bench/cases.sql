-- What both scripts begin with: the form, and the cases, of which there is one for some eighty
-- judgements.
set threads = 2;
create temp table questions as from read_csv('${form}/questions.csv');
create temp table answers as
from read_csv('${form}/answers.csv') union all by name select '' as spelling, 'nr' as answer;
create temp table outcomes as from read_csv('${form}/outcomes.csv');
create temp table codes as from read_csv('${form}/attributes.csv');
create temp table inspections as
select split_part(filename, '/', -2) as folder, content->>'inspection_id' as inspection_id
from read_text('${sent}/*/inspection.json');

create temp table cases_sent as
select split_part(filename, '/', -2) as folder, * exclude (filename)
from read_csv('${sent}/*/cases.csv',
  header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\x01',
  null_padding = true, strict_mode = false, filename = true,
  columns = {
    case_id: 'varchar', evidence: 'varchar', order_type: 'varchar', gender: 'varchar',
    age_band: 'varchar', risk_of_harm: 'varchar', reoffending_band: 'varchar',
    child_protection_concern: 'varchar', statutory_victim_contact: 'varchar',
    local_delivery_unit: 'varchar', extra: 'varchar'});
create temp table case_rows as
select
  folder, sent.rowid - start as line, trim(case_id) as case_id,
  coalesce(nullif(trim(evidence), ''), 'case') as evidence,
  order_type.code as order_type, gender.code as gender, age_band.code as age_band,
  risk_of_harm.code as risk_of_harm, reoffending_band.code as reoffending_band,
  child_protection_concern.code as child_protection_concern,
  statutory_victim_contact.code as statutory_victim_contact,
  nullif(trim(local_delivery_unit), '') as local_delivery_unit,
  case
    when sent.local_delivery_unit is null or extra is not null or length(trim(sent.case_id)) > 200
      then 'malformed-line'
    when trim(sent.case_id) = '' then 'missing-key'
    when coalesce(nullif(trim(sent.evidence), ''), 'case') not in (select evidence from questions)
      or order_type.code is null and trim(sent.order_type) <> ''
      or gender.code is null and trim(sent.gender) <> ''
      or age_band.code is null and trim(sent.age_band) <> ''
      or risk_of_harm.code is null and trim(sent.risk_of_harm) <> ''
      or reoffending_band.code is null and trim(sent.reoffending_band) <> ''
      or child_protection_concern.code is null and trim(sent.child_protection_concern) <> ''
      or statutory_victim_contact.code is null and trim(sent.statutory_victim_contact) <> ''
      or length(trim(sent.local_delivery_unit)) > 60
      then 'attribute-outside-list'
  end as rule
from cases_sent as sent
join (select folder, min(rowid) - 2 as start from cases_sent group by folder) using (folder)
left join (from codes where attribute = 'order_type') as order_type
  on lower(trim(sent.order_type)) = order_type.spelling
left join (from codes where attribute = 'gender') as gender
  on lower(trim(sent.gender)) = gender.spelling
left join (from codes where attribute = 'age_band') as age_band
  on lower(trim(sent.age_band)) = age_band.spelling
left join (from codes where attribute = 'risk_of_harm') as risk_of_harm
  on lower(trim(sent.risk_of_harm)) = risk_of_harm.spelling
left join (from codes where attribute = 'reoffending_band') as reoffending_band
  on lower(trim(sent.reoffending_band)) = reoffending_band.spelling
left join (from codes where attribute = 'child_protection_concern') as child_protection_concern
  on lower(trim(sent.child_protection_concern)) = child_protection_concern.spelling
left join (from codes where attribute = 'statutory_victim_contact') as statutory_victim_contact
  on lower(trim(sent.statutory_victim_contact)) = statutory_victim_contact.spelling;

-- A case of several rows that differ is not known for what it is.
create temp table cases as
select
  folder, case_id, min(line) as line, any_value(evidence) as evidence,
  min(described) <> max(described) as is_disputed,
  is_disputed or count(rule) > 0 as is_rejected
from (
  select folder, line, case_id, evidence, rule,
    hash(evidence, order_type, gender, age_band, risk_of_harm, reoffending_band,
      child_protection_concern, statutory_victim_contact, local_delivery_unit) as described
  from case_rows
  where rule is null or rule = 'attribute-outside-list')
group by folder, case_id;
create temp table case_rejects as
select folder, line, rule from case_rows where rule is not null
union all
select folder, case_rows.line, 'duplicate-case'
from case_rows join cases using (folder, case_id)
where is_disputed and (rule is null or rule = 'attribute-outside-list');
copy (
  select inspection_id, case_rows.* exclude (folder, rule)
  from case_rows
  join cases using (folder, case_id, line)
  join inspections using (folder)
  where not is_rejected)
to '${out}/cases' (format parquet, compression zstd, partition_by (inspection_id));
