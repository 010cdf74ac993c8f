using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bungo.Forum.Domain.Accounts;

namespace Bungo.Forum.Web.Tests.Attacks.Writes;

/// <summary>One thing that can be sent to the site in somebody's name, ready to be sent.</summary>
/// <param name="Typed">Words that somebody typed into the form and must get back when it is not taken; null where nothing is typed.</param>
internal sealed record Sending(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, JsonNode? Json, string? Typed)
{
    public static Sending Form(string address, string? typed, params (string Name, string Value)[] fields) => new(
        address, [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("form_key", Guid.NewGuid().ToString())], null, typed);

    public static Sending Api(string address, JsonNode json) => new(address, [], json, null);
}

/// <summary>A way to write, as the table knows it (<see cref="Table"/>).</summary>
/// <param name="Key">Method, route and page handler, as <see cref="WriteRoute"/> reads them from the running site.</param>
/// <param name="Needs">What the sender must be allowed.</param>
/// <param name="Prepare">Makes whatever it is about, such that this account could do it now.</param>
internal sealed record Write(string Key, Permission Needs, Func<ForumHost, Account, Task<Sending>> Prepare)
{
    public string Method => Key[..Key.IndexOf(' ', StringComparison.Ordinal)];

    public bool IsApi => Key.Contains("/api/", StringComparison.Ordinal);

    /// <summary>The role it is meant for: the first that may.</summary>
    public Role Role => Enum.GetValues<Role>().First(r => r.Allows(Needs));

    public override string ToString() => Key;

    public HttpRequestMessage Request(Sending sending, string? formToken)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(sending.Address, UriKind.Relative));
        request.Content = sending.Json is { } json
            ? JsonContent.Create(json)
            : new FormUrlEncodedContent(formToken is null ? sending.Fields : [.. sending.Fields, KeyValuePair.Create("form_token", formToken)]);
        return request;
    }
}
