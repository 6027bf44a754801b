-- Scores weighted by how {cases} were sampled, beside the unweighted ones that verdicts and ranks go by, of
-- the current release; empty where a programme declares no sample design, and in public releases. One row
-- per inspection, measure and comparator.
select
  w.release_id,
  r.audience,
  r.is_synthetic,
  w.comparator_key,
  w.comparator_id,
  d.comparator_label,
  w.trust_id,
  t.trust_name,
  w.inspection_id,
  w.measure_id,
  m.measure_kind,
  m.measure_label,
  w.strata,
  w.population,
  w.score_percent,
  w.lower95_percent,
  w.upper95_percent,
  w.weighted_score_percent,
  w.weighted_lower95_percent,
  w.weighted_upper95_percent,
  w.weighting_points,
  w.benchmark_percent,
  w.weighted_benchmark_percent,
  w.verdict95,
  w.weighted_verdict95,
  w.weighted_verdict998,
  w.is_parted,
  w.reason
from ${schema}.current_fact_weighted_score w
join ${schema}.current_dim_comparator d on d.comparator_key = w.comparator_key
join ${schema}.current_dim_measure m on m.measure_id = w.measure_id
join ${schema}.current_dim_trust t on t.trust_id = w.trust_id
join ${schema}.current_release r on r.release_id = w.release_id
