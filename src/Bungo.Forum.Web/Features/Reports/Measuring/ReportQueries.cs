using Bungo.Forum.Web.Data;

namespace Bungo.Forum.Web.Features.Reports.Measuring;

/// <summary>
/// The figures in SQL, a statement a chapter. Every row is (figure, cell, value, base) and the parameters are
/// <c>@from</c>, <c>@until</c> and <c>@holidays</c>, so the program holds a few dozen rows however large the forum is. Words of
/// enums come as the database stores them and are translated by <see cref="ReportMeasuring"/>.
///
/// They are written by hand because each must read like its definition, which they implement and which tests
/// hold them to by counting anew.
/// </summary>
internal static class ReportQueries
{
    public const string Participation = """
        with own_post as (
          select p.author_id, p.parent_id from post p
          where p.posted_at >= @from and p.posted_at < @until
            and not exists (select 1 from imported_item i where i.entity_id = p.id)
        ), by_author as (
          select author_id, count(*) as posts from own_post group by author_id
        ), ranked as (
          select posts, row_number() over (order by posts desc, author_id) as place,
            count(*) over () as authors, sum(posts) over () as all_posts from by_author
        ), active as (
          select author_id as id from own_post
          union select account_id from support where at >= @from and at < @until
          union select account_id from flag where at >= @from and at < @until
        )
        select 'akun', case when verified_at < @until then 'terverifikasi' else 'belum' end, count(*), null::bigint
          from account a where created_at < @until and deleted_at is null
            and not exists (select 1 from imported_item i where i.entity_id = a.id) group by 2
        union all select 'orang-aktif', 'nilai', count(*), null from active
        union all select 'kiriman', case when parent_id is null then 'masukan' else 'balasan' end, count(*), null from own_post group by 2
        union all select 'dukungan', 'nilai', count(*), null from support where at >= @from and at < @until
        union all select 'suara', 'nilai', coalesce(sum(ballot_count), 0)::bigint, null
          from poll where coalesce(closed_at, closes_at) >= @from and coalesce(closed_at, closes_at) < @until
        union all select 'penulis', case when posts = 1 then 'sekali' else 'berkali' end, count(*), null from by_author group by 2
        union all select 'porsi-teratas', 'nilai', round(1000 * sum(posts) / min(all_posts))::bigint, count(*)
          from ranked where place <= ceil(authors * 0.01)
        """;

    public const string Criteria = """
        select 'versi-kriteria', 'nilai', count(*), null::bigint from criteria_version where published_at >= @from and published_at < @until
        union all
        select 'topik-kewenangan', coalesce(c.authority, 'bebas'), count(*), null
        from topic t
        left join consultation k on k.id = t.consultation_id
        left join lateral (
          select item ->> 'Authority' as authority
          from criteria_version v, jsonb_array_elements(v.criteria) item
          where v.round_id = k.round_id and v.number = k.criteria_number and item ->> 'Code' = t.criterion_code
        ) c on true
        where t.opened_at >= @from and t.opened_at < @until
          and not exists (select 1 from imported_item i where i.entity_id = t.id)
        group by 2
        """;

    public const string Answers = """
        with answer as (
          select p.posted_at as asked_at, (
              select min(r.posted_at) from post r
              where r.parent_id = p.id and r.office is not null and r.withdrawn_at is null and r.hidden_at is null and r.posted_at < @until
            ) as answered_at
          from post p
          where p.parent_id is null and p.office is null and p.withdrawn_at is null and p.hidden_at is null and p.posted_at < @until
            and not exists (select 1 from imported_item i where i.entity_id = p.id)
        ), answered as (
          select (asked_at at time zone 'Asia/Jakarta')::date as asked_on, (answered_at at time zone 'Asia/Jakarta')::date as answered_on
          from answer where answered_at >= @from
        ), calendar as (
          select day::date as day, count(*) filter (where extract(isodow from day) < 6 and day::date <> all (@holidays)) over (order by day) as worked
          from generate_series((select min(asked_on)::timestamp from answered), @until at time zone 'Asia/Jakarta', interval '1 day') day
        ), waited as (
          select 10 * (b.worked - a.worked) as tenths from answered
          join calendar a on a.day = asked_on
          join calendar b on b.day = answered_on
        )
        select 'masukan-warga', case when answered_at is null then 'belum' else 'ditanggapi' end, count(*), null::bigint
          from answer where asked_at >= @from group by 2
        union all select 'hari-kerja-tanggapan', 'median', round(percentile_cont(0.5) within group (order by tenths))::bigint, count(*) from waited
        union all select 'hari-kerja-tanggapan', 'p90', round(percentile_cont(0.9) within group (order by tenths))::bigint, count(*) from waited
        """;

    public const string Moderation = """
        with decided as (select * from decision where at >= @from and at < @until),
        waited as (
          select extract(epoch from d.at - (select min(f.at) from flag f where f.post_id = d.post_id and f.hearing = d.hearing)) / 360 as tenths
          from decided d where d.hearing is not null
        )
        select 'laporan-warga', reason, count(*), null::bigint from flag where at >= @from and at < @until group by 2
        union all select 'putusan', measure, count(*), null from decided group by 2
        union all select 'putusan-aturan', rule, count(*), null from decided group by 2
        union all select 'dipulihkan', 'nilai', count(*), null from decided where undone_id is not null
        union all select 'jam-putusan', 'median', round(percentile_cont(0.5) within group (order by tenths))::bigint, count(*) from waited
        """;

    public const string Polls = """
        with closed as (
          select ballot_count, eligible_at_opening from poll
          where coalesce(closed_at, closes_at) >= @from and coalesce(closed_at, closes_at) < @until
        )
        select 'jajak', 'dibuka', count(*), null::bigint from poll where opens_at >= @from and opens_at < @until
        union all select 'jajak', 'ditutup', count(*), null from closed
        union all select 'partisipasi-suara', 'nilai', round(1000.0 * sum(ballot_count) / nullif(sum(eligible_at_opening), 0))::bigint, count(*)
          from closed where eligible_at_opening is not null
        """;

    public const string Ledger = $$"""
        with recorded as (select kind, leaf, recorded_at from {{RecordedActs.Source}} where recorded_at >= @from and recorded_at < @until),
        beat as (
          select recorded_at, (convert_from(leaf, 'UTF8')::jsonb #>> '{x,disaksikan}')::bigint as witnessed from recorded where kind = 'denyut'
        ), stood as (
          select witnessed, min(recorded_at) as since from beat where witnessed is not null group by witnessed
        ), gap as (
          select extract(epoch from coalesce(lead(since) over (order by witnessed), (select max(recorded_at) from beat)) - since) / 360 as tenths from stood
        )
        select 'tindakan', kind, count(*), null::bigint from recorded where kind <> 'denyut' and split_part(kind, '.', 1) not in ('buku', 'kunci') group by 2
        union all select 'jam-tanpa-saksi', 'nilai', round(max(tenths))::bigint, count(*) from gap
        """;

    public static readonly IReadOnlyList<string> All = [Participation, Criteria, Answers, Moderation, Polls, Ledger];
}
