-- The scores of {an institution} from inspection to inspection, of the current release. One row per
-- inspection and measure. The change is no test: it comes without an interval.
-- inspection_number: the {institution's} inspections counted from its first
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
  row_number() over trust_measure as inspection_number,
  s.score_percent,
  s.lower95_percent,
  s.upper95_percent,
  s.assessed,
  s.is_reliable,
  s.score_status,
  lag(s.score_percent) over trust_measure as previous_score_percent,
  s.score_percent - lag(s.score_percent) over trust_measure as change_points
from ${schema}.current_fact_score s
join ${schema}.current_dim_inspection i on i.inspection_id = s.inspection_id
join ${schema}.current_dim_measure m on m.measure_id = s.measure_id
join ${schema}.current_dim_trust t on t.trust_id = s.trust_id
join ${schema}.current_release r on r.release_id = s.release_id
window trust_measure as (partition by s.trust_id, s.measure_id order by i.end_date, s.inspection_id)
