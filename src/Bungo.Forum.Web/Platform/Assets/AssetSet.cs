using System.Collections.Frozen;
using System.Text.Json;

namespace Bungo.Forum.Web.Platform.Assets;

/// <summary>The files of one build: <c>manifest.json</c> (plain name to fingerprinted one) and each file in three encodings.</summary>
/// <param name="Names">Plain name to file name.</param>
/// <param name="Files">File name to its content.</param>
internal sealed record AssetSet(FrozenDictionary<string, string> Names, FrozenDictionary<string, Asset> Files)
{
    public const string Root = "/dist/";

    public static AssetSet Embedded()
    {
        var assembly = typeof(AssetSet).Assembly;
        return Read(name =>
        {
            using var resource = assembly.GetManifestResourceStream("dist/" + name) ?? throw new InvalidOperationException($"Asset {name} is not embedded.");
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            return bytes;
        });
    }

    public static AssetSet Of(string folder) => Read(name => File.ReadAllBytes(Path.Combine(folder, name)));

    private static AssetSet Read(Func<string, byte[]> read)
    {
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(read("manifest.json"))!;
        return new AssetSet(
            names.ToFrozenDictionary(StringComparer.Ordinal),
            names.Values.ToFrozenDictionary(file => file, file => new Asset(read(file), read(file + ".br"), read(file + ".gz"), TypeOf(file)), StringComparer.Ordinal));
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var other => throw new InvalidOperationException($"No content type is known for an asset {other}."),
    };
}

internal sealed record Asset(byte[] Plain, byte[] Brotli, byte[] Gzip, string ContentType)
{
    /// <summary>Browsers send a plain list; a client that refuses an encoding by weight (<c>br;q=0</c>) gets it plain.</summary>
    public (byte[] Bytes, string? Encoding) For(string accepted)
    {
        if (accepted.Contains("q=0", StringComparison.Ordinal)) return (Plain, null);
        if (accepted.Contains("br", StringComparison.Ordinal)) return (Brotli, "br");
        return accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip") : (Plain, null);
    }
}
