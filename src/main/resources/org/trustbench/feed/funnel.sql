-- The {institutions} on the funnels of the current release. One row per inspection, measure and comparator
-- of a funnel; the limits are those at the {institution's} own number of judgements.
select
  p.release_id,
  r.audience,
  r.is_synthetic,
  p.comparator_key,
  p.comparator_id,
  d.comparator_label,
  p.measure_id,
  m.measure_label,
  p.trust_id,
  t.trust_name,
  p.inspection_id,
  p.effective_judgements,
  p.score_percent,
  p.centre_percent,
  c.funnel_score_lower95_percent,
  c.funnel_score_upper95_percent,
  c.funnel_score_lower998_percent,
  c.funnel_score_upper998_percent,
  c.funnel_over_dispersed_lower95_percent,
  c.funnel_over_dispersed_upper95_percent,
  c.funnel_over_dispersed_lower998_percent,
  c.funnel_over_dispersed_upper998_percent,
  p.place,
  p.over_dispersed_place
from ${schema}.current_fact_funnel_point p
join ${schema}.current_fact_comparison c
  on c.inspection_id = p.inspection_id
  and c.measure_id = p.measure_id
  and c.comparator_key = p.comparator_key
join ${schema}.current_dim_comparator d on d.comparator_key = p.comparator_key
join ${schema}.current_dim_measure m on m.measure_id = p.measure_id
join ${schema}.current_dim_trust t on t.trust_id = p.trust_id
join ${schema}.current_release r on r.release_id = p.release_id
