-- The curves of the funnels of the current release, to be drawn behind the {institutions} of funnel. One
-- row per comparator, group, measure and number of effective judgements.
select
  f.release_id,
  r.audience,
  r.is_synthetic,
  f.comparator_key,
  f.comparator_id,
  d.comparator_label,
  f.measure_id,
  m.measure_label,
  f.effective_judgements,
  f.centre_percent,
  f.score_lower95_percent,
  f.score_upper95_percent,
  f.score_lower998_percent,
  f.score_upper998_percent,
  f.over_dispersed_lower95_percent,
  f.over_dispersed_upper95_percent,
  f.over_dispersed_lower998_percent,
  f.over_dispersed_upper998_percent
from ${schema}.current_fact_funnel f
join ${schema}.current_dim_comparator d on d.comparator_key = f.comparator_key
join ${schema}.current_dim_measure m on m.measure_id = f.measure_id
join ${schema}.current_release r on r.release_id = f.release_id
