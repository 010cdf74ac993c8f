namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>One published announcement, as its newest version stands.</summary>
/// <param name="Address">Its page, from the site's root.</param>
/// <param name="Body">Markdown source.</param>
/// <param name="Text">The same words without marks, one line for each paragraph or list item.</param>
/// <param name="Html">
/// As the feeds carry it, with whole links: a correction's reason comes before the words, and of a withdrawn one
/// stands only why it was withdrawn.
/// </param>
/// <param name="ChangedAt">Its last publication, correction or withdrawal.</param>
/// <param name="Pinned">Whether it stands above the others now.</param>
/// <param name="Corrections">How many times its words were replaced.</param>
/// <param name="Withdrawn">When and why its office took it back; null while it stands.</param>
public sealed record AnnouncementV1(
    long Id, string Slug, string Title, string Address, string Office, string Body, string Text, string Html, DateTimeOffset PublishedAt,
    DateTimeOffset ChangedAt, bool Pinned, int Corrections, AnnouncementWithdrawalV1? Withdrawn);

public sealed record AnnouncementWithdrawalV1(DateTimeOffset At, string Reason);

/// <param name="Body">Markdown source; only a draft may be without.</param>
/// <param name="State"><c>draft</c>, <c>scheduled</c> or <c>published</c>; null for scheduled when a time is given, else published.</param>
/// <param name="PublishAt">Only for scheduled, which needs it.</param>
/// <param name="PinnedUntil">Until when it will be pinned once published; null for no pin.</param>
public sealed record NewAnnouncementV1(string? Title, string? Body, string? State, DateTimeOffset? PublishAt, DateTimeOffset? PinnedUntil);

/// <summary>What was written. Until it is published it has an id in its office's drafts and nothing else.</summary>
/// <param name="Slug">The tail of its address; null until published.</param>
/// <param name="Number">Its version, which is the first; null until published.</param>
/// <param name="ActId">The act in the public ledger that recorded it; null until published.</param>
public sealed record AnnouncementWrittenV1(long Id, string? Slug, int? Number, string? ActId);
