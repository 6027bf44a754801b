-- The league table of every level of groups, of the current release. One row per group, measure and
-- comparator; groups of one tier are statistical ties, whatever their ranks.
-- verdict: against the comparator; with (99.8 %) where it holds at that level too, else at 95 %
select
  c.release_id,
  r.audience,
  r.is_synthetic,
  c.level_id,
  c.comparator_id,
  c.comparator_label,
  c.measure_id,
  m.measure_kind,
  m.measure_label,
  c.tier,
  c.rank,
  c.rank_lower,
  c.rank_upper,
  c.ranked_groups,
  c.group_key,
  g.group_name,
  g.parent_group_key,
  g.trusts_registered,
  g.trusts_inspected,
  s.trusts_assessed,
  s.score_percent,
  s.lower95_percent,
  s.upper95_percent,
  s.cases_assessed,
  s.assessed,
  s.is_reliable,
  s.score_status,
  case when c.verdict998 in ('higher', 'lower') then c.verdict998 || ' (99.8 %)' else c.verdict95 end as verdict
from ${schema}.current_fact_group_comparison c
join ${schema}.current_fact_group_score s
  on s.group_key = c.group_key and s.measure_id = c.measure_id
join ${schema}.current_dim_group g on g.group_key = c.group_key
join ${schema}.current_dim_measure m on m.measure_id = c.measure_id
join ${schema}.current_release r on r.release_id = c.release_id
