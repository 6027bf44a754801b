-- What is left of the {cases} after each step of a pathway, of the current release, beside the
-- comparator's other {institutions}. One row per inspection, pathway, comparator and step.
select
  p.release_id,
  r.audience,
  r.is_synthetic,
  p.trust_id,
  t.trust_name,
  p.inspection_id,
  p.pathway_id,
  p.comparator_key,
  p.comparator_id,
  d.comparator_label,
  p.step,
  p.step_label,
  p.started,
  p.remaining,
  p.remaining_percent,
  p.lower95_percent,
  p.upper95_percent,
  p.others_started,
  p.others_remaining,
  p.others_percent,
  p.others_lower95_percent,
  p.others_upper95_percent,
  p.difference_lower95_points,
  p.difference_upper95_points,
  p.verdict95,
  p.remaining_status
from ${schema}.current_fact_pathway p
join ${schema}.current_dim_comparator d on d.comparator_key = p.comparator_key
join ${schema}.current_dim_trust t on t.trust_id = p.trust_id
join ${schema}.current_release r on r.release_id = p.release_id
