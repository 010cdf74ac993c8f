using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Domain.Reports;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Features.Reports.Measuring;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Reports;

/// <summary>
/// The figures, counted a second time from the rows in memory, definition by definition and without any SQL of
/// the first. A figure of the definitions that this file forgets fails, but for those whose cells the data bring.
/// </summary>
public class FiguresTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("2026-Q4")]
    [InlineData("2026-10")]
    [InlineData("2026-12")]
    [InlineData("2027-01")]
    public async Task Figures_equal_those_counted_by_hand(string code)
    {
        var period = Period.Parse(code).Value;
        await LiveOnceAsync();
        var byHand = await host.WithDbAsync(db => CountAsync(db, period));
        var expected = Figure.Of(period, byHand.Where(m => Definitions.Find(m.Figure)!.IsIn(period)));
        var figures = await host.WithAsync<ReportMeasuring, IReadOnlyList<Figure>>(m => m.MeasureAsync(period, default));
        Assert.Empty(Definitions.All.Select(d => d.Id).Except(byHand.Select(m => m.Figure)).Except(["tindakan", "putusan-aturan", "topik-kewenangan"]));
        Assert.Equal(expected.Select(Written), figures.Select(Written));
        // The borders mean something only if there is something on both sides of them.
        Assert.True(byHand.Single(m => m is { Figure: "kiriman", Cell: "masukan" }).Value > 10);
        Assert.True(byHand.Single(m => m is { Figure: "hari-kerja-tanggapan", Cell: "median" }).Value > 0);
        Assert.True(byHand.Count(m => m is { Figure: "laporan-warga", Value: > 0 }) > 1);
    }

    /// <summary>Of the quarter's polls one has opened and closed in its first thirty days; three are to come.</summary>
    [Theory]
    [InlineData(30, 1, 1)]
    [InlineData(92, 4, 4)]
    public async Task Provisional_figures_count_nothing_that_is_only_planned(int days, long opened, long closed)
    {
        await LiveOnceAsync();
        var figures = await host.WithAsync<ReportMeasuring, IReadOnlyList<Figure>>(m => m.MeasureAsync(ACommunity.Quarter, default, ACommunity.Quarter.From.AddDays(days)));
        var polls = figures.Single(f => f.Definition.Id == "jajak").Cells;
        Assert.Equal(((long?)opened, (long?)closed), (polls.Single(c => c.Code == "dibuka").Value, polls.Single(c => c.Code == "ditutup").Value));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_the_forum()
    {
        await LiveOnceAsync();
        var count = await host.CountOwnStatementsAsync(() => host.WithAsync<ReportMeasuring, IReadOnlyList<Figure>>(m => m.MeasureAsync(ACommunity.Quarter, default)));
        Assert.InRange(count, ReportQueries.All.Count, ReportQueries.All.Count + 4);
    }

    [Fact]
    public async Task The_time_in_which_no_witness_came_is_counted_from_the_beats_in_the_log()
    {
        await host.AdvanceAsync(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero) - host.Now);
        foreach (var witnessed in new long?[] { null, 5, 5, 5, 9, 10, 10 })
        {
            await host.ActAsync(async (_, acts) =>
            {
                await acts.CommitAsync(new LogBeat(20, 0, witnessed), default);
                return true;
            });
            await host.AdvanceAsync(TimeSpan.FromHours(1));
        }

        var figures = await host.WithAsync<ReportMeasuring, IReadOnlyList<Figure>>(m => m.MeasureAsync(Period.Parse("2027-02").Value, default));
        Assert.Equal(30, figures.Single(f => f.Definition.Id == "jam-tanpa-saksi").Cells.Single().Value);
    }

    private async Task LiveOnceAsync()
    {
        if (await host.WithDbAsync(db => db.Posts.AnyAsync())) return;
        await host.WithDbAsync(async db =>
        {
            await new ACommunity(db, seed: 2026).LiveAsync();
            return true;
        });
        await host.ATopicAsync();
    }

    private static string Written(Figure figure) =>
        figure.Definition.Id + ": " + string.Join(", ", figure.Cells.Select(c => $"{c.Code} {(c.State == CellState.Told ? c.Value : c.State)}"));

    private static async Task<List<Measurement>> CountAsync(ForumDb db, Period period)
    {
        bool In(DateTimeOffset? at) => at >= period.From && at < period.Until;
        var imported = (await db.ImportedItems.ToListAsync()).Select(i => i.EntityId).ToHashSet();
        var accounts = (await db.Accounts.ToListAsync()).Where(a => !imported.Contains(a.Id)).ToList();
        var allPosts = await db.Posts.ToListAsync();
        var posts = allPosts.Where(p => !imported.Contains(p.Id)).ToList();
        var topics = (await db.Topics.Include(t => t.Consultation).ToListAsync()).Where(t => !imported.Contains(t.Id)).ToList();
        var supports = await db.Supports.ToListAsync();
        var flags = await db.Flags.ToListAsync();
        var decisions = await db.Decisions.ToListAsync();
        var polls = await db.Polls.ToListAsync();
        var versions = await db.CriteriaVersions.ToListAsync();

        var found = new List<Measurement>();
        void Add(string figure, string cell, long? value, long? rest = null) => found.Add(new(figure, cell, value, rest));
        void AddBy<T>(string figure, IEnumerable<T> items, Func<T, string> cell)
        {
            foreach (var group in items.GroupBy(cell)) Add(figure, group.Key, group.Count());
        }

        AddBy("akun", accounts.Where(a => a.CreatedAt < period.Until && !a.IsDeleted), a => a.VerifiedAt < period.Until ? "terverifikasi" : "belum");
        var posted = posts.Where(p => In(p.PostedAt)).ToList();
        Add("orang-aktif", "nilai", posted.Select(p => p.AuthorId).Concat(supports.Where(s => In(s.At)).Select(s => s.AccountId))
            .Concat(flags.Where(f => In(f.At)).Select(f => f.AccountId)).Distinct().Count());
        AddBy("kiriman", posted, p => p.ParentId is null ? "masukan" : "balasan");
        Add("dukungan", "nilai", supports.Count(s => In(s.At)));
        var closed = polls.Where(p => In(p.EndsAt)).ToList();
        Add("suara", "nilai", closed.Sum(p => p.BallotCount));
        var authors = posted.GroupBy(p => p.AuthorId).Select(g => g.Count()).OrderDescending().ToList();
        AddBy("penulis", authors, n => n == 1 ? "sekali" : "berkali");
        var top = authors.Take((int)Math.Ceiling(authors.Count / 100.0)).Sum();
        Add("porsi-teratas", "nilai", posted.Count == 0 ? null : Rounded(1000.0 * top / posted.Count));

        Add("versi-kriteria", "nilai", versions.Count(v => In(v.PublishedAt)));
        AddBy("topik-kewenangan", topics.Where(t => In(t.OpenedAt)), t => AuthorityOf(t, versions));

        var answers = posts.Where(p => p is { ParentId: null, IsOfficial: false, IsReadable: true }).Select(p => (p.PostedAt, AnsweredAt: FirstAnswer(p, allPosts, period))).ToList();
        AddBy("masukan-warga", answers.Where(a => In(a.PostedAt)), a => a.AnsweredAt is null ? "belum" : "ditanggapi");
        var days = answers.Where(a => In(a.AnsweredAt)).Select(a => 10.0 * WorkingDays(a.PostedAt, a.AnsweredAt!.Value)).ToList();
        Add("hari-kerja-tanggapan", "median", Percentile(days, 0.5), days.Count);
        Add("hari-kerja-tanggapan", "p90", Percentile(days, 0.9), days.Count);

        var decided = decisions.Where(d => In(d.At)).ToList();
        AddBy("laporan-warga", flags.Where(f => In(f.At)), f => f.Reason.Code());
        AddBy("putusan", decided, d => d.Measure.Code());
        AddBy("putusan-aturan", decided, d => d.Rule);
        Add("dipulihkan", "nilai", decided.Count(d => d.IsRestoring));
        var hours = decided.Where(d => d.Hearing is not null)
            .Select(d => (d.At - flags.Where(f => f.PostId == d.PostId && f.Hearing == d.Hearing).Min(f => f.At)).TotalHours * 10).ToList();
        Add("jam-putusan", "median", Percentile(hours, 0.5), hours.Count);

        Add("jajak", "dibuka", polls.Count(p => In(p.OpensAt)));
        Add("jajak", "ditutup", closed.Count);
        Add("partisipasi-suara", "nilai", closed.Count == 0 ? null : Rounded(1000.0 * closed.Sum(p => p.BallotCount) / closed.Sum(p => p.EligibleAtOpening!.Value)));
        var acts = (await db.RecordedActs.ToListAsync()).Where(a => In(a.RecordedAt)).ToList();
        AddBy("tindakan", acts, a => a.Kind);
        var beats = acts.Select(a => (a.RecordedAt, Witnessed: WitnessedIn(a.Leaf))).Where(b => b.Witnessed is not null).OrderBy(b => b.RecordedAt).ToList();
        var grown = beats.Where((b, i) => i == 0 || beats[i - 1].Witnessed != b.Witnessed).Select(b => b.RecordedAt).ToList();
        var gaps = grown.Select((since, i) => (grown.Concat([beats[^1].RecordedAt]).ElementAt(i + 1) - since).TotalHours * 10).ToList();
        Add("jam-tanpa-saksi", "nilai", gaps.Count == 0 ? null : Rounded(gaps.Max()), gaps.Count);
        return found;
    }

    private static long? WitnessedIn(byte[] leaf) =>
        Bungo.Forum.Ledger.Leaf.Parse(leaf) is { Kind.Name: "denyut" } beat && beat.Clear.TryGet("disaksikan", out var value) ? ((Bungo.Forum.Ledger.CanonicalInteger)value).Value : null;

    private static string AuthorityOf(Topic topic, List<CriteriaVersion> versions)
    {
        if (topic.Consultation is not { } consultation || topic.CriterionCode is null) return "bebas";
        var version = versions.Single(v => v.RoundId == consultation.RoundId && v.Number == consultation.CriteriaNumber);
        return version.Criteria.Single(c => c.Code == topic.CriterionCode).Authority switch
        {
            Authority.National => "nasional",
            Authority.Local => "daerah",
            _ => "usulan",
        };
    }

    private static DateTimeOffset? FirstAnswer(Post input, List<Post> posts, Period period) => posts
        .Where(r => r.ParentId == input.Id && r is { IsOfficial: true, IsReadable: true } && r.PostedAt < period.Until)
        .Min(r => (DateTimeOffset?)r.PostedAt);

    private static int WorkingDays(DateTimeOffset asked, DateTimeOffset answered)
    {
        var wib = TimeSpan.FromHours(7);
        var count = 0;
        for (var day = asked.ToOffset(wib).Date.AddDays(1); day <= answered.ToOffset(wib).Date; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !(day is { Year: 2026, Month: 12, Day: 24 or 25 })) count++;
        return count;
    }

    private static long? Percentile(List<double> values, double part)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToList();
        var place = part * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Rounded(sorted[below] + ((sorted[above] - sorted[below]) * (place - below)));
    }

    private static long Rounded(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);
}
