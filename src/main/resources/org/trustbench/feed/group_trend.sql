-- What changed in groups of {institutions}, of the current release: those of a group that were inspected
-- again, at their latest inspections beside the ones before. One row per group and measure. Two rounds are
-- no trend.
-- verdict: on the change; with (99.8 %) where it holds at that level too, else at 95 %
select
  c.release_id,
  r.audience,
  r.is_synthetic,
  c.level_id,
  c.group_key,
  g.group_name,
  g.parent_group_key,
  g.trusts_registered,
  g.trusts_inspected,
  c.trusts_compared,
  c.measure_id,
  m.measure_kind,
  m.measure_label,
  c.earlier_score_percent,
  c.earlier_lower95_percent,
  c.earlier_upper95_percent,
  c.score_percent,
  c.lower95_percent,
  c.upper95_percent,
  c.change_points,
  c.change_lower95_points,
  c.change_upper95_points,
  c.change_status,
  c.is_reliable,
  c.is_discovery,
  case when c.change_verdict998 in ('improved', 'declined') then c.change_verdict998 || ' (99.8 %)' else c.change_verdict95 end as verdict
from ${schema}.current_fact_group_change c
join ${schema}.current_dim_group g on g.group_key = c.group_key
join ${schema}.current_dim_measure m on m.measure_id = c.measure_id
join ${schema}.current_release r on r.release_id = c.release_id
