using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Platform.Security;

/// <summary>
/// A form that could not be taken, with all that was typed into it, on its way back to whoever typed it. It
/// holds no password, though it knows that one was asked for; files are not carried.
/// </summary>
/// <param name="Address">Where the form was sent: path and query of this site.</param>
/// <param name="Passwords">Names of password fields, to be typed again.</param>
public sealed record RescuedForm(string Address, IReadOnlyList<RescuedField> Fields, IReadOnlyList<string> Passwords)
{
    public const string FieldName = "Rescue";

    /// <summary>Longer than any text the forum takes, and small enough to travel in a form.</summary>
    private const int MostCharacters = 200_000;
    private const int MostFields = 200;

    /// <summary>What somebody typed, as opposed to keys, numbers and choices the form carries by itself.</summary>
    [JsonIgnore]
    public IEnumerable<RescuedField> Typed => Fields.Where(f => f.IsText);

    /// <returns>Null when there is nothing to save: no form, nothing typed, too much, or another site sent it.</returns>
    public static async Task<RescuedForm?> CaptureAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOwn(request)) return null;
        if (request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)) return null;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }

        var token = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        var named = form.Where(f => f.Key != token && f.Key != FieldName).ToList();
        var fields = named.Where(f => !IsPassword(f.Key)).SelectMany(f => f.Value.Select(v => new RescuedField(f.Key, v ?? ""))).ToList();
        if (fields.Count > MostFields || fields.Sum(f => f.Name.Length + f.Value.Length) > MostCharacters) return null;
        if (!fields.Any(f => f.Name != "form_key" && f.Value.Length > 0)) return null;
        return new RescuedForm(request.Path + request.QueryString, fields, [.. named.Select(f => f.Key).Where(IsPassword)]);
    }

    private static bool IsPassword(string name) => name.StartsWith("Password", StringComparison.OrdinalIgnoreCase);

    // Without this, another site could send a form here and have our own page ask the visitor to press "send".
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}

public sealed record RescuedField(string Name, string Value)
{
    // Words have blanks between them; keys, numbers and choices do not.
    [JsonIgnore]
    public bool IsText => Value.Any(char.IsWhiteSpace);
}
