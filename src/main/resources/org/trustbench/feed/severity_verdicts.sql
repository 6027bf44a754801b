-- Verdicts beside what they would be with the severity of inspectors allowed for, of the current release;
-- empty where severity is not told, and in public releases. One row per inspection and comparator, of one
-- measure.
select
  v.release_id,
  r.audience,
  r.is_synthetic,
  v.comparator_key,
  v.comparator_id,
  d.comparator_label,
  v.trust_id,
  t.trust_name,
  v.inspection_id,
  v.measure_id,
  m.measure_label,
  v.inspectors,
  v.is_withheld,
  v.difference_points,
  v.difference_lower95_points,
  v.difference_upper95_points,
  v.verdict95,
  v.severity_points,
  v.allowed_difference_points,
  v.allowed_lower95_points,
  v.allowed_upper95_points,
  v.allowed_verdict95,
  v.is_changed
from ${schema}.current_fact_severity_verdict v
join ${schema}.current_dim_comparator d on d.comparator_key = v.comparator_key
join ${schema}.current_dim_measure m on m.measure_id = v.measure_id
join ${schema}.current_dim_trust t on t.trust_id = v.trust_id
join ${schema}.current_release r on r.release_id = v.release_id
