using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Tests.Features.Recruitment;

public class RecruitmentApiTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Fact]
    public async Task A_round_that_was_put_is_what_is_got_and_stands_on_its_page()
    {
        var document = RoundDocument.Sound("PPPK-2026-A");
        using var answer = await PutAsync(Role.Pejabat, document);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var got = JsonNode.Parse(await host.AVisitor().Http.GetStringAsync(new Uri("/api/v1/recruitment/rounds/PPPK-2026-A", UriKind.Relative)))!;
        foreach (var item in document.Items()) item!["legalBasis"] ??= "";
        Assert.True(JsonNode.DeepEquals(document, got), got.ToJsonString());

        var page = await host.AVisitor().GetAsync("/rekrutmen/PPPK-2026-A");
        Assert.Equal(["K-1", "K-2", "K-3"], page.QuerySelectorAll(".crit .code").Select(c => c.TextContent));
        Assert.Contains("berlangsung", page.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("PermenPANRB 6/2024 pasal 22", page.QuerySelector("#K-1")!.TextContent, StringComparison.Ordinal);
        var list = await host.AVisitor().GetAsync("/rekrutmen");
        Assert.NotNull(list.QuerySelector("a[href='/rekrutmen/PPPK-2026-A']"));
    }

    [Fact]
    public async Task The_same_round_again_changes_nothing()
    {
        var document = RoundDocument.Sound("PPPK-2026-B");
        for (var i = 0; i < 2; i++)
        {
            using var answer = await PutAsync(Role.Pejabat, document);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Single(await ActsOfAsync("PPPK-2026-B"), a => a.Contains("\"kode\":\"k-2\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_criterion_of_a_new_version_leaves_its_act()
    {
        using var answer = await PutAsync(Role.Pejabat, RoundDocument.Sound("PPPK-2026-C"));
        var acts = await ActsOfAsync("PPPK-2026-C");
        Assert.Equal(3, acts.Count);
        var first = acts.Single(a => a.Contains("\"kode\":\"k-1\"", StringComparison.Ordinal));
        foreach (var part in new[] { "\"k\":\"kriteria.versi\"", "\"a\":\"pejabat\"", "\"nomor\":1", "\"kewenangan\":\"nasional\"", "\"dasar\":\"permenpanrb-6-2024-pasal-22\"", "\"naskah\":{" })
            Assert.Contains(part, first, StringComparison.Ordinal);
        Assert.DoesNotContain("STR", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_version_with_other_words_is_refused_and_nothing_of_it_stays()
    {
        await host.ImportAsync(RoundDocument.Sound("PPPK-2026-D"));
        var changed = RoundDocument.Sound("PPPK-2026-D");
        changed["title"] = "Judul lain";
        changed.Items()[1]!["text"] = "Paling singkat satu tahun.";
        using var answer = await PutAsync(Role.Pejabat, changed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("criteria-version-changed", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["type"]!.ToString());
        Assert.Equal("PPPK Tenaga Kesehatan 2026", await host.WithDbAsync(db => db.Rounds.Where(r => r.Code == "PPPK-2026-D").Select(r => r.Title).SingleAsync()));
    }

    [Fact]
    public async Task Faults_are_listed_by_place_and_nothing_is_taken_in()
    {
        var document = RoundDocument.Sound("PPPK-2026-E");
        document["year"] = 1;
        document["vacancies"]![0]!["seats"] = 0;
        using var answer = await PutAsync(Role.Pejabat, document);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.Equal(["vacancies[0].seats", "year"], errors.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.False(await host.WithDbAsync(db => db.Rounds.AnyAsync(r => r.Code == "PPPK-2026-E")));
    }

    [Fact]
    public async Task An_address_and_a_document_of_different_rounds_are_refused()
    {
        using var answer = await PutAsync(Role.Pejabat, RoundDocument.Sound("PPPK-2026-F"), "PPPK-2026-G");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Role.Warga, HttpStatusCode.Forbidden)]
    [InlineData(Role.Moderator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Penilai, HttpStatusCode.Forbidden)]
    public async Task Who_may_not_import_is_refused(Role? role, HttpStatusCode status)
    {
        using var answer = await PutAsync(role, RoundDocument.Sound("PPPK-2026-H"));
        Assert.Equal(status, answer.StatusCode);
        Assert.False(await host.WithDbAsync(db => db.Rounds.AnyAsync(r => r.Code == "PPPK-2026-H")));
    }

    [Fact]
    public async Task Ten_at_once_make_one_round_with_one_version()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.ImportAsync(RoundDocument.Sound("PPPK-2026-I"))));
        Assert.All(answers, a => Assert.False(a.IsRefused(out Domain.Refusal? _)));
        Assert.Equal(3, (await ActsOfAsync("PPPK-2026-I")).Count);
        Assert.Equal(1, await host.WithDbAsync(db => db.CriteriaVersions.CountAsync(v => v.Round!.Code == "PPPK-2026-I")));
    }

    private async Task<HttpResponseMessage> PutAsync(Role? role, JsonObject document, string? code = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/recruitment/rounds/{code ?? document["code"]}");
        request.Content = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json");
        if (role is { } given)
        {
            var account = await host.AnAccountAsync(given);
            var token = await host.WithAsync<AccessTokens, Domain.Outcome<string>>(t => t.DrawAsync(account.Id, "uji", 1, default));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }

        return await host.AVisitor().Http.SendAsync(request);
    }

    private Task<List<string>> ActsOfAsync(string code) => host.WithDbAsync(async db =>
    {
        var version = await db.CriteriaVersions.Where(v => v.Round!.Code == code).Select(v => v.ObjectId).SingleAsync();
        return (await db.RecordedActs.Where(a => a.ObjectId == version).ToListAsync()).ConvertAll(a => Encoding.UTF8.GetString(a.Leaf));
    });
}
