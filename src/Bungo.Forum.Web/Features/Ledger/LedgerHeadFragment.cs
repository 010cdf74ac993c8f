using System.Globalization;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Bungo.Forum.Web.Platform.Sequencing;

namespace Bungo.Forum.Web.Features.Ledger;

/// <summary>The ledger's head as it stands. There is one, so the id in its target says nothing.</summary>
public sealed class LedgerHeadFragment(PublishedLog log, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "ledger-head";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        if (log.Read() is not { } now) return html;
        foreach (var id in ids) html[id] = await partials.RenderAsync("/Features/Ledger/_Head.cshtml", new HeadView(now), culture);
        return html;
    }
}
