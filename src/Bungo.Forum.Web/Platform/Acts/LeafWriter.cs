using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.PublicActs;

namespace Bungo.Forum.Web.Platform.Acts;

internal static class LeafWriter
{
    public static (byte[] Leaf, List<ActOpening> Openings) Write(PublicAct act, Guid? previous, DateTimeOffset now)
    {
        var leaf = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["v"] = 1,
            ["k"] = act.Kind,
            ["i"] = LedgerId.Of(act.ActId),
            ["o"] = LedgerId.Of(act.ObjectId),
            ["a"] = act.By?.ToString().ToLowerInvariant() ?? "sistem",
            ["t"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (previous is { } p) leaf["p"] = LedgerId.Of(p);
        var openings = act.Commitments.Select(c => new ActOpening(act.ActId, c.Label, c.Type, RandomNumberGenerator.GetBytes(32), Encoding.UTF8.GetBytes(c.Content), OpeningState.Open)).ToList();
        return (JsonSerializer.SerializeToUtf8Bytes(leaf), openings);
    }
}
