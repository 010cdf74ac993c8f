using System.Globalization;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>Names of live streams and of the fragments in them; the output cache uses the stream names as tags.</summary>
public static class Streams
{
    public const string Announcements = "announcements";
    public const string Consultations = "consultations";
    public const string Polls = "polls";
    public const string Moderation = "moderation";
    public const string Reports = "reports";
    public const string Ledger = "ledger";
    public const string Erasures = "erasures";

    /// <summary>
    /// What the lobby board says is open now, as a fragment; there is one board, so its id says nothing. An act that
    /// opens or closes something names it in the stream <see cref="Consultations"/>.
    /// </summary>
    public const string Board = "board-0";

    public static string Topic(long id) => Name("topic", id);

    public static string Consultation(long id) => Name("consultation", id);

    public static string Poll(long id) => Name("poll", id);

    /// <summary>A fragment's target, or any stream that is one row's: <c>kind-id</c>.</summary>
    public static string Name(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");
}
