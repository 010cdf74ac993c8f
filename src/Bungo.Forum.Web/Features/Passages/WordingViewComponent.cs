using System.Globalization;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace Bungo.Forum.Web.Features.Passages;

/// <summary>
/// The wording a discussion is about, for its page, which invokes it by name and need not know this feature. Nobody
/// should have to leave a discussion to read what is discussed.
/// </summary>
public sealed class WordingViewComponent(WordingReading reading) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(long topicId) =>
        await reading.ReadAsync(topicId, HttpContext.RequestAborted) is { } wording ? View("/Features/Passages/_Wording.cshtml", wording) : Content("");
}

/// <summary>The same, live: a comment moves its passage's count, a new version the text.</summary>
public sealed class WordingFragment(WordingReading reading, PartialRenderer partials) : ILiveFragment
{
    public string Kind => "wording";

    // A stream belongs to one discussion, which shows one wording: there is one id here, however many events.
    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var id in ids)
            if (await reading.ReadAsync(id, cancel) is { } wording) html[id] = await partials.RenderAsync("/Features/Passages/_Wording.cshtml", wording, culture);
        return html;
    }
}
