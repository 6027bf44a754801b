-- How far all inspectors together differ in severity, of the current release; empty where no inspector is
-- known, and in public releases. One row at most.
select
  s.release_id,
  r.audience,
  r.is_synthetic,
  s.measure_id,
  m.measure_kind,
  m.measure_label,
  s.inspectors,
  s.inspections,
  s.cases,
  s.judgements,
  s.judgements_of_unknown,
  s.separate_groups,
  s.spread,
  s.spread_lower95,
  s.spread_upper95,
  s.odds_ratio,
  s.pair_points,
  s.pair_lower95_points,
  s.pair_upper95_points
from ${schema}.current_fact_severity s
join ${schema}.current_dim_measure m on m.measure_id = s.measure_id
join ${schema}.current_release r on r.release_id = s.release_id
