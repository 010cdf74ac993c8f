using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Announcements;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Recruitment;
using Bungo.Forum.Web.Tests.Architecture;

namespace Bungo.Forum.Web.Tests.Features.Consultations;

/// <summary>A title is never an address that a page of the site already has.</summary>
public class ReservedAddressTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task No_title_hides_behind_a_page()
    {
        var taken = (await SiteRoute.AllAsync(host.Services)).Select(r => r.Address.Split('/')).Where(p => p.Length > 2 && !p[2].StartsWith('{')).ToLookup(p => p[1], p => p[2]);
        Assert.Contains("tulis", taken["pengumuman"]);
        Assert.Contains("terbitkan", taken["konsultasi"]);
        Assert.All(taken["pengumuman"], word => Assert.NotEqual(word, AnnouncementSlug.Of(word, new HashSet<string>())));
        Assert.All(taken["konsultasi"].Append("kelola"), word => Assert.NotEqual(word, SlugOf(word)));
    }

    private string SlugOf(string title)
    {
        var official = Account.Open("Pejabat", Role.Pejabat, "BKPSDM", host.Now).Value;
        var round = Round.Create("CPNS-2026");
        round.Describe(RoundKind.Cpns, "CPNS 2026", 2026, [], []);
        var criteria = round.Publish(1, [new Criterion("K-1", "Pengalaman", "Dua tahun.", 15, Authority.Local, "")], null, host.Now).Value;
        return Consultation.Publish(official, title, "", round, criteria, new Timetable(host.Now, host.Now.AddDays(1), host.Now.AddDays(20), host.Now.AddDays(40)), host.Now).Value.Slug;
    }
}
