-- Every {institution} beside its comparators, of the current release. One row per inspection, measure and
-- comparator.
-- verdict: against the comparator; with (99.8 %) where it holds at that level too, else at 95 %
select
  c.release_id,
  r.audience,
  r.is_synthetic,
  c.trust_id,
  t.trust_name,
  c.inspection_id,
  c.comparator_key,
  c.comparator_id,
  c.comparator_label,
  c.measure_id,
  m.measure_kind,
  m.measure_label,
  s.score_percent,
  s.lower95_percent,
  s.upper95_percent,
  s.cases_assessed,
  s.assessed,
  s.not_recorded,
  c.lowest_percent,
  c.median_percent,
  c.highest_percent,
  c.benchmark_percent,
  c.benchmark_rule,
  c.other_trusts,
  c.difference_points,
  c.difference_lower95_points,
  c.difference_upper95_points,
  case when c.verdict998 in ('higher', 'lower') then c.verdict998 || ' (99.8 %)' else c.verdict95 end as verdict,
  c.is_robust,
  c.is_discovery,
  c.adjusted_percent,
  c.case_mix_changes_verdict,
  s.is_reliable,
  s.score_status,
  c.benchmark_status,
  c.rank,
  c.rank_lower,
  c.rank_upper,
  c.ranked_trusts,
  c.tier
from ${schema}.current_fact_comparison c
join ${schema}.current_fact_score s
  on s.inspection_id = c.inspection_id and s.measure_id = c.measure_id
join ${schema}.current_dim_measure m on m.measure_id = c.measure_id
join ${schema}.current_dim_trust t on t.trust_id = c.trust_id
join ${schema}.current_release r on r.release_id = c.release_id
