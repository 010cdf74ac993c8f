using System.Globalization;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Live;
using Bungo.Forum.Web.Platform.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Bungo.Forum.Web.Features.Polls;

/// <summary>The poll's head with its state, and what takes the vote form's place when there is nothing to vote on.</summary>
public sealed class PollHeadFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "poll-head";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var poll in await db.Polls.AsNoTracking().Include(p => p.Consultation).Where(p => ids.Contains(p.Id)).ToListAsync(cancel))
        {
            var view = new PollView(poll, poll.StateAt(clock.GetUtcNow()), null);
            html[poll.Id] = await partials.RenderAsync("/Features/Polls/_PollHead.cshtml", view, culture)
                + await partials.RenderAsync("/Features/Polls/_VoteNotice.cshtml", new VoteNotice(view, IsUpdate: true), culture);
        }

        return html;
    }
}

public sealed class PollResultFragment(ForumDb db, PollReading reading, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "poll-result";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        var polls = await db.Polls.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        foreach (var view in await reading.ViewAsync(polls, clock.GetUtcNow(), cancel))
            html[view.Poll.Id] = await partials.RenderAsync("/Features/Polls/_PollResult.cshtml", view, culture);
        return html;
    }
}

public sealed class PollLineFragment(ForumDb db, PartialRenderer partials, TimeProvider clock) : ILiveFragment
{
    public string Kind => "poll-line";

    public async Task<IReadOnlyDictionary<long, string>> RenderAsync(IReadOnlyCollection<long> ids, CultureInfo culture, CancellationToken cancel)
    {
        var html = new Dictionary<long, string>();
        foreach (var poll in await db.Polls.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancel))
            html[poll.Id] = await partials.RenderAsync("/Features/Polls/_PollLine.cshtml", new PollView(poll, poll.StateAt(clock.GetUtcNow()), null), culture);
        return html;
    }
}
