using System.Net;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests;

/// <summary>Many requests that set out at the same moment, through the front door.</summary>
internal static class Crowd
{
    public const int Size = 50;

    /// <summary>Fifty at once; each says what it got.</summary>
    public static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> send, int size = Size)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Task.WhenAll(Enumerable.Range(0, size).Select(async i =>
        {
            await start.Task;
            return await send(i);
        }));
        start.SetResult();
        return all;
    }

    /// <summary>Fifty members, each with a program of their own.</summary>
    public static Task<HttpClient[]> ProgramsAsync(this ForumHost host) =>
        Task.WhenAll(Enumerable.Range(0, Size).Select(async _ => await host.AProgramAsync(await host.AnAccountAsync())));

    public static async Task<HttpStatusCode> AskAsync(this HttpClient program, string method, string address, JsonNode? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(json ?? new JsonObject()) };
        using var answer = await program.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>The form of the page the visitor has open, sent with these values and without reading what comes back as a page.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(this Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        var token = visitor.Page.QuerySelector("form#act [name=form_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("form_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<Visitor> AVisitorOnAsync(this ForumHost host, Account account, string address)
    {
        var visitor = await host.AVisitorAsync(account);
        await visitor.GetAsync(address);
        return visitor;
    }
}
