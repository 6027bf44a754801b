select s.inspection_id, c.evidence, j.question_id,
  count_if(j.outcome = 'sufficient') as sufficient,
  count_if(j.outcome in ('sufficient', 'insufficient')) as assessed
from judgements j
join submissions s
  on j.submission_hash = s.submission_hash and j.ingest_id = s.ingest_id
join cases c
  on c.submission_hash = s.submission_hash and c.ingest_id = s.ingest_id and c.case_id = j.case_id
where s.status = 'accepted'
group by s.inspection_id, c.evidence, j.question_id
