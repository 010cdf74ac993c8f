using System.Net;
using System.Text;
using System.Text.Json;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Platform.Api;

/// <summary>What a program did wrong is told to it as problem details, in its language, whatever it was.</summary>
public class ProblemsTests(ForumHost host) : IClassFixture<ForumHost>
{
    [Theory]
    [InlineData("DELETE", "/api/v1/topics", null, "", 405, "Metode tidak didukung", "Method not supported")]
    [InlineData("PATCH", "/api/v1/announcements", "application/json", "{}", 405, "Metode tidak didukung", "Method not supported")]
    [InlineData("POST", "/api/v1/topics", "text/plain", "halo", 415, "Jenis isi tidak didukung", "Content type not supported")]
    [InlineData("POST", "/api/v1/topics", "application/x-www-form-urlencoded", "title=a&body=b", 415, "Jenis isi tidak didukung", "Content type not supported")]
    [InlineData("POST", "/api/v1/topics", "application/json", "{\"title\":", 400, "Permintaan tidak terbaca", "Request not readable")]
    [InlineData("POST", "/api/v1/topics", "application/json", "{\"consultation\":\"dua\"}", 400, "Permintaan tidak terbaca", "Request not readable")]
    [InlineData("POST", "/api/v1/topics", "application/json", "", 400, "Permintaan tidak terbaca", "Request not readable")]
    [InlineData("GET", "/api/v1/topics?consultation=dua", null, "", 400, "Permintaan tidak terbaca", "Request not readable")]
    [InlineData("GET", "/api/v1/topics/999999", null, "", 404, "Tidak ditemukan", "Not found")]
    [InlineData("GET", "/api/v1/tidak-ada", null, "", 404, "Tidak ditemukan", "Not found")]
    [InlineData("POST", "/api/v1/topics", "application/json", "{\"title\":\"\",\"body\":\"Isi.\"}", 422, "Ditolak", "Refused")]
    [InlineData("POST", "/api/v1/polls", "application/json", "{\"question\":\"Apa?\",\"kind\":\"lain\"}", 400, "Isian tidak sesuai", "Field not valid")]
    public async Task It_is_told_what_was_wrong(string method, string address, string? type, string body, int status, string id, string en)
    {
        using var program = await host.AProgramAsync(await host.AnAccountAsync(Role.Pejabat));
        foreach (var (language, title) in new[] { (null, id), ("id-ID,id;q=0.9", id), ("en-US,en;q=0.9,id;q=0.5", en) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (language is not null) request.Headers.Add("Accept-Language", language);
            if (type is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
            using var answer = await program.SendAsync(request);
            Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal((status, title), (problem.RootElement.GetProperty("status").GetInt32(), problem.RootElement.GetProperty("title").GetString()));
            if (status == 405) Assert.NotEmpty(answer.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_in_their_language()
    {
        using var program = new HttpClient { BaseAddress = host.Address };
        program.DefaultRequestHeaders.Add("Accept-Language", "en");
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync(new Uri("/api/v1/topics", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Not signed in", problem.RootElement.GetProperty("title").GetString());
    }
}
