-- The scores of {an institution} from inspection to inspection, of the current release, each beside the
-- one before it. One row per inspection, measure and inspection before it. Two inspections judge
-- different {cases}: read a change with its interval and verdict, and never as a trend.
-- inspection_number: the {institution's} inspections counted from its first
-- previous_inspection_id: the {institution's} inspection before; empty for its first
-- previous_score_percent: the score of the {institution's} inspection before
-- change_points: score less that of the inspection before
select
  s.release_id,
  r.audience,
  r.is_synthetic,
  s.trust_id,
  t.trust_name,
  s.measure_id,
  m.measure_kind,
  m.measure_label,
  s.inspection_id,
  i.tranche,
  i.end_date,
  i.published_date,
  dense_rank() over trust_measure as inspection_number,
  s.score_percent,
  s.lower95_percent,
  s.upper95_percent,
  s.assessed,
  s.is_reliable,
  s.score_status,
  c.earlier_inspection_id as previous_inspection_id,
  c.earlier_score_percent as previous_score_percent,
  c.change_points,
  c.change_lower95_points,
  c.change_upper95_points,
  c.change_verdict95,
  c.change_verdict998,
  c.change_status,
  c.is_discovery,
  c.shrunken_change_points
from ${schema}.current_fact_score s
join ${schema}.current_dim_inspection i on i.inspection_id = s.inspection_id
join ${schema}.current_dim_measure m on m.measure_id = s.measure_id
join ${schema}.current_dim_trust t on t.trust_id = s.trust_id
join ${schema}.current_release r on r.release_id = s.release_id
left join ${schema}.current_fact_change c on c.inspection_id = s.inspection_id and c.measure_id = s.measure_id
  and c.compared_with = 'previous'
window trust_measure as (partition by s.trust_id, s.measure_id order by coalesce(i.published_date, i.end_date, i.start_date), s.inspection_id)
