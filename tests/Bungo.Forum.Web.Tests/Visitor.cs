using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bungo.Forum.Web.Tests;

/// <summary>
/// Somebody with a browser that has no script: reads pages, fills in forms by the names the page gives its
/// fields, presses buttons. What it cannot find on the page it cannot send, as a person could not.
/// </summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }
    public HttpClient Http => _http;

    /// <summary>The last answer.</summary>
    public HttpResponseMessage Response { get; private set; } = null!;
    public IHtmlDocument Page { get; private set; } = null!;
    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;
    public HttpStatusCode Status => Response.StatusCode;

    public async Task<IHtmlDocument> GetAsync(string address) => await ReadAsync(await _http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Presses a button, or sends a form, with the values it shows and these.</summary>
    public async Task<IHtmlDocument> SubmitAsync(string selector, params (string Name, string Value)[] values)
    {
        var element = Page.QuerySelector(selector) ?? throw new InvalidOperationException($"No '{selector}' on {Path}");
        var form = element as IHtmlFormElement ?? FormOf(element);
        var fields = ValuesOf(form, element);
        foreach (var (name, _) in values)
        {
            if (!form.Elements.Any(e => e.GetAttribute("name") == name)) throw new InvalidOperationException($"The form has no field '{name}'");
        }

        // A name given several times is a list of ticked boxes.
        fields.RemoveAll(f => values.Any(v => v.Name == f.Key));
        fields.AddRange(values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)));

        var action = element.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? Response.RequestMessage!.RequestUri! : new Uri(Response.RequestMessage!.RequestUri!, action);
        using var content = new FormUrlEncodedContent(fields);
        return form.Method == "post"
            ? await ReadAsync(await _http.PostAsync(target, content))
            : await ReadAsync(await _http.GetAsync(new Uri(target, "?" + await content.ReadAsStringAsync())));
    }

    /// <summary>The "back" button, or a tab that was left open: the page as it was, whatever happened since.</summary>
    public void ReturnTo(IHtmlDocument page) => Page = page;

    public Task<IHtmlDocument> FollowAsync(string selector) =>
        GetAsync((Page.QuerySelector(selector) ?? throw new InvalidOperationException($"No '{selector}' on {Path}")).GetAttribute("href")!);

    public async Task SignInAsync(string mail, string password)
    {
        await GetAsync("/masuk");
        await SubmitAsync("main form", ("Email", mail), ("Password", password));
        Assert.True(Cookies.GetCookies(_http.BaseAddress!).Any(c => c.Name == "masuk"), Page.QuerySelector(".error-summary")?.TextContent);
    }

    public void Dispose() => _http.Dispose();

    private IHtmlFormElement FormOf(IElement button) =>
        button.GetAttribute("form") is { } id ? (IHtmlFormElement)Page.GetElementById(id)! : button.Closest("form") as IHtmlFormElement
        ?? throw new InvalidOperationException("The button belongs to no form");

    private static List<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form, IElement pressed)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                    if (choice.IsChecked) values.Add(new(name, choice.Value ?? "on"));
                    break;
                case IHtmlInputElement { Type: not ("submit" or "image" or "button") } input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        if (pressed.GetAttribute("name") is { Length: > 0 } buttonName && pressed is IHtmlButtonElement or IHtmlInputElement { Type: "submit" })
            values.Add(new(buttonName, pressed.GetAttribute("value") ?? ""));
        return values;
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        Response = response;
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return Page;
    }
}
