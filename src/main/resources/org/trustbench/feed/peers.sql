-- Each {institution} beside its own peers together, of the current release; empty where a programme has no
-- rule for peers, and in public releases. One row per rule for peers, inspection and measure. Two
-- {institutions} have different peers: rank nobody by it. Who the peers are is in dim_peer.
-- peer_names: its peers, the nearest first
select
  c.release_id,
  r.audience,
  r.is_synthetic,
  c.peers_id,
  c.peers_label,
  c.trust_id,
  t.trust_name,
  c.inspection_id,
  c.measure_id,
  m.measure_kind,
  m.measure_label,
  c.score_percent,
  c.lower95_percent,
  c.upper95_percent,
  c.benchmark_percent,
  c.peers_scored,
  p.peer_names,
  c.difference_points,
  c.difference_lower95_points,
  c.difference_upper95_points,
  c.verdict95,
  c.verdict998,
  c.is_discovery,
  c.reason
from ${schema}.current_fact_peer_comparison c
join ${schema}.current_dim_measure m on m.measure_id = c.measure_id
join ${schema}.current_dim_trust t on t.trust_id = c.trust_id
join ${schema}.current_release r on r.release_id = c.release_id
left join (
  select peers_id, trust_id, string_agg(peer_trust_name, '; ' order by peer_number) as peer_names
  from ${schema}.current_dim_peer
  group by peers_id, trust_id
) p on p.peers_id = c.peers_id and p.trust_id = c.trust_id
