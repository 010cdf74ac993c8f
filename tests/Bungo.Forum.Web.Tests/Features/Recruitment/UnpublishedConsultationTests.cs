using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Tests.Features.Recruitment;

public class UnpublishedConsultationTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task The_rounds_page_names_a_consultation_only_once_it_is_published()
    {
        var consultation = await host.ActAsync(async (db, acts) =>
        {
            var official = Account.Open("Pejabat", Role.Pejabat, "BKPSDM", host.Now).Value;
            var round = Round.Create("CPNS-2027");
            round.Describe(RoundKind.Cpns, "CPNS 2027", 2027, [], []);
            var criteria = round.Publish(1, [new Criterion("K-1", "Pengalaman", "Dua tahun.", 15, Authority.Local, "")], null, host.Now).Value!;
            var timetable = new Timetable(host.Now.AddHours(1), host.Now.AddDays(1), host.Now.AddDays(20), host.Now.AddDays(40));
            var planned = Consultation.Publish(official, "Kriteria CPNS 2027", "", round, criteria, timetable, host.Now).Value;
            db.AddRange(official, round, criteria, planned);
            await acts.CommitAsync(new ConsultationChanged(planned), default);
            return planned;
        });
        var link = $"main a[href='/konsultasi/{consultation.Slug}']";
        Assert.Null((await host.AVisitor().GetAsync("/rekrutmen/CPNS-2027?sebelum=1")).QuerySelector(link));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.NotNull((await host.AVisitor().GetAsync("/rekrutmen/CPNS-2027?sesudah=1")).QuerySelector(link));
    }
}
