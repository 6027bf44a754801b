-- Each {institution} beside the targets that its programme holds it to, of the current release; empty where a
-- programme has no targets, and in public releases. One row per target, inspection and measure.
select
  c.release_id,
  r.audience,
  r.is_synthetic,
  c.target_id,
  c.target_label,
  c.trust_id,
  t.trust_name,
  c.inspection_id,
  c.measure_id,
  m.measure_kind,
  m.measure_label,
  c.score_percent,
  c.lower95_percent,
  c.upper95_percent,
  c.target_percent,
  c.tolerance_points,
  c.difference_points,
  c.difference_lower95_points,
  c.difference_upper95_points,
  c.verdict95,
  c.verdict998,
  c.is_within_tolerance,
  c.is_discovery,
  c.effective_judgements,
  c.centre_percent,
  c.limit_score_lower95_percent,
  c.limit_score_upper95_percent,
  c.limit_score_lower998_percent,
  c.limit_score_upper998_percent,
  c.place,
  c.reason
from ${schema}.current_fact_target c
join ${schema}.current_dim_measure m on m.measure_id = c.measure_id
join ${schema}.current_dim_trust t on t.trust_id = c.trust_id
join ${schema}.current_release r on r.release_id = c.release_id
