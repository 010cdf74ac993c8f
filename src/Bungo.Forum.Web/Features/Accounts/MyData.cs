using System.Text.Json;
using Bungo.Forum.Web.Platform.Privacy;
using Bungo.Forum.Web.Platform.Security;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>All that is kept about a member, to the member, as one JSON file written while it is read.</summary>
internal static class MyData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task WriteAsync(HttpContext http, Viewer viewer, IEnumerable<IPersonalData> parts, CancellationToken cancel)
    {
        var account = viewer.Id!.Value;
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"data-saya.json\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        foreach (var part in parts.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            writer.WriteStartArray(part.Name);
            await foreach (var row in part.ReadAsync(account, cancel))
            {
                JsonSerializer.Serialize(writer, row, Json);
                if (writer.BytesPending > 16_384) await writer.FlushAsync(cancel);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
