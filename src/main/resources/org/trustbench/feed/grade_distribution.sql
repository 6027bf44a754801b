-- How what was graded is spread over the grades, of the current release, with every cut beside the
-- comparators. One row per inspection, measure, scale, grade and comparator; none where no scale is declared.
-- benchmark_percent: of the comparator, the share of this grade or a better one; empty of the last grade
-- difference_points: share of this grade or a better one, less the benchmark
-- verdict: on the share of this grade or a better one; with (99.8 %) where it holds at that level too, else at 95 %
-- is_discovery: whether that verdict stands with so many comparisons allowed for
select
  g.release_id,
  r.audience,
  r.is_synthetic,
  g.trust_id,
  t.trust_name,
  g.inspection_id,
  o.comparator_key,
  o.comparator_id,
  o.comparator_label,
  g.measure_id,
  m.measure_kind,
  m.measure_label,
  g.scale,
  g.grade,
  g.grade_label,
  g.grade_place,
  g.is_sufficient,
  g.assessed,
  g.graded,
  g.share_percent,
  g.share_lower95_percent,
  g.share_upper95_percent,
  g.at_least_percent,
  g.at_least_lower95_percent,
  g.at_least_upper95_percent,
  g.cut_measure_id,
  c.benchmark_percent,
  c.difference_points,
  c.difference_lower95_points,
  c.difference_upper95_points,
  case when c.verdict998 in ('higher', 'lower') then c.verdict998 || ' (99.8 %)' else c.verdict95 end as verdict,
  c.is_discovery
from ${schema}.current_fact_grade g
join ${schema}.current_fact_comparison o on o.inspection_id = g.inspection_id and o.measure_id = g.measure_id
join ${schema}.current_dim_measure m on m.measure_id = g.measure_id
join ${schema}.current_dim_trust t on t.trust_id = g.trust_id
join ${schema}.current_release r on r.release_id = g.release_id
left join ${schema}.current_fact_comparison c
  on c.inspection_id = g.inspection_id and c.measure_id = g.cut_measure_id and c.comparator_key = o.comparator_key
