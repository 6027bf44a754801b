-- How far two inspectors agree who judged the same {case}, over the whole programme, of the current release;
-- empty where nothing was read twice, and in public releases. One row per measure.
select
  a.release_id,
  r.audience,
  r.is_synthetic,
  a.measure_id,
  m.measure_kind,
  m.measure_label,
  a.cases,
  a.judgements,
  a.inspectors,
  a.is_withheld,
  a.agreement_percent,
  a.agreement_lower95_percent,
  a.agreement_upper95_percent,
  a.ac1,
  a.ac1_lower95,
  a.ac1_upper95,
  a.kappa,
  a.kappa_lower95,
  a.kappa_upper95
from ${schema}.current_fact_agreement a
join ${schema}.current_dim_measure m on m.measure_id = a.measure_id
join ${schema}.current_release r on r.release_id = a.release_id
