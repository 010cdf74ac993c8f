using System.Net;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>Somebody's browser with a page open, and their program with a token: both were let in before whatever happens next.</summary>
internal sealed class Sender : IDisposable
{
    private readonly Visitor _browser;
    private readonly HttpClient _program;

    private Sender(Visitor browser, HttpClient program, string formToken) => (_browser, _program, FormToken) = (browser, program, formToken);

    public string FormToken { get; }

    public static async Task<Sender> OfAsync(ForumHost host, Account account)
    {
        var browser = await host.AVisitorAsync(account);
        await browser.GetAsync("/tata-tertib");
        return new Sender(browser, await host.AProgramAsync(account), browser.Page.QuerySelector("form#act [name=form_token]")!.GetAttribute("value")!);
    }

    /// <summary>Nobody: a browser with the token of the sign-in page, a program without one.</summary>
    public static async Task<Sender> NobodyAsync(ForumHost host)
    {
        var browser = host.AVisitor();
        await browser.GetAsync("/masuk");
        return new Sender(browser, new HttpClient { BaseAddress = host.Address }, browser.Page.QuerySelector("main [name=form_token]")!.GetAttribute("value")!);
    }

    public Task<Answer> SendAsync(Write write, Sending sending) => SendAsync(write, sending, FormToken);

    public async Task<Answer> SendAsync(Write write, Sending sending, string? formToken)
    {
        using var request = write.Request(sending, formToken);
        using var response = await (write.IsApi ? _program : _browser.Http).SendAsync(request);
        return new Answer(response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter is not null);
    }

    /// <summary>A sending that writes nothing, and counts as one.</summary>
    public async Task PreviewAsync()
    {
        using var content = new FormUrlEncodedContent([new("text", "Pratinjau"), new("form_token", FormToken)]);
        using var response = await _browser.Http.PostAsync(new Uri("/pratinjau", UriKind.Relative), content);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _program.Dispose();
    }
}

internal sealed record Answer(HttpStatusCode Status, string Path, string Body, bool SaysWhenAgain)
{
    public bool IsDone => (int)Status is >= 200 and < 300 && !AsksToSignIn;

    public bool IsCrash => (int)Status >= 500;

    public bool AsksToSignIn => Path == "/masuk" || Status == HttpStatusCode.Unauthorized;

    /// <summary>Whether somebody who typed this has it before them again.</summary>
    public bool GivesBack(string? typed) => typed is null || Body.Contains(typed, StringComparison.Ordinal);

    /// <summary>For the message of a test that failed.</summary>
    public string Beginning
    {
        get
        {
            var main = Math.Max(0, Body.IndexOf("<main", StringComparison.Ordinal));
            return System.Text.RegularExpressions.Regex.Replace(Body[main..Math.Min(Body.Length, main + 900)], "<[^>]*>|\\s+", " ");
        }
    }

    public override string ToString() => $"{(int)Status} {Path}";
}
