using System.Text.RegularExpressions;
using Bungo.Forum.Web.Platform.Language;
using Microsoft.AspNetCore.SignalR;

namespace Bungo.Forum.Web.Platform.Live;

/// <summary>
/// Lets a browser watch a stream in its language. Everything sent is public and the same for all, so joining
/// asks for no identity; a connection may watch only a few streams, as a page does.
/// </summary>
public sealed partial class LiveHub(LiveWatchers watchers) : Hub
{
    public const string Address = "/live";
    private const int MostStreams = 20;
    private const string JoinedKey = "joined";

    public static string Group(string stream, string language) => stream + "|" + language;

    public static string StreamOf(string group) => group[..group.IndexOf('|', StringComparison.Ordinal)];

    public async Task Join(string stream)
    {
        if (!StreamName().IsMatch(stream)) throw new HubException("unknown stream");
        var joined = Joined();
        if (joined.Count >= MostStreams && !joined.Contains(stream)) throw new HubException("too many streams");
        var group = Group(stream, Language());
        await Groups.AddToGroupAsync(Context.ConnectionId, group);
        if (joined.Add(stream)) watchers.Add(group);
    }

    public async Task Leave(string stream)
    {
        if (!Joined().Remove(stream)) return;
        watchers.Remove(Group(stream, Language()));
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, Group(stream, Language()));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var stream in Joined()) watchers.Remove(Group(stream, Language()));
        return base.OnDisconnectedAsync(exception);
    }

    private HashSet<string> Joined()
    {
        if (Context.Items.TryGetValue(JoinedKey, out var known)) return (HashSet<string>)known!;
        var joined = new HashSet<string>(StringComparer.Ordinal);
        Context.Items[JoinedKey] = joined;
        return joined;
    }

    private string Language() => LanguageFeature.Of(Context.GetHttpContext()!.Request).TwoLetterISOLanguageName;

    [GeneratedRegex("^[a-z-]{1,20}(-[0-9]{1,19})?$")]
    private static partial Regex StreamName();
}
