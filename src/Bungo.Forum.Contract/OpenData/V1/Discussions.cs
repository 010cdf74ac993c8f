namespace Bungo.Forum.Contract.OpenData.V1;

/// <summary>One discussion.</summary>
/// <param name="Consultation">Id of its consultation; null for a topic of its own.</param>
/// <param name="Criterion">Code of the criterion it is about; null for a free topic.</param>
/// <param name="Posts">All posts, hidden and withdrawn ones included.</param>
public sealed record TopicV1(
    long Id, string Title, string Address, long? Consultation, string? Criterion, DateTimeOffset OpenedAt, DateTimeOffset LastPostAt,
    int Posts, int Inputs, int AnsweredInputs, StancesV1 Stances, bool Locked);

public sealed record StancesV1(int Support, int Oppose, int Neutral);

/// <summary>One post. Of a hidden or withdrawn one only the place is told.</summary>
/// <param name="Number">1, 2, 3 … within the topic.</param>
/// <param name="ReplyTo">Id of the post it answers; null for a top-level input.</param>
/// <param name="State"><c>readable</c>, <c>hidden</c> or <c>withdrawn</c>.</param>
/// <param name="Stance"><c>support</c>, <c>oppose</c>, <c>neutral</c>; null for a reply.</param>
/// <param name="Body">Markdown source; null unless readable.</param>
/// <param name="Author">Public name; null for a deleted account and unless readable.</param>
/// <param name="Office">The office it speaks for; null for a person's own voice.</param>
public sealed record PostV1(
    long Id, int Number, int Depth, long? ReplyTo, string State, string? Author, bool Verified, string? Office, string? Stance,
    string? Body, DateTimeOffset PostedAt, DateTimeOffset? EditedAt, int Supports, int Replies, string Address);

/// <param name="Consultation">Id of the consultation it belongs to; null for a topic of its own.</param>
public sealed record NewTopicV1(string? Title, string? Body, long? Consultation);

/// <param name="Stance"><c>support</c>, <c>oppose</c> or <c>neutral</c>; only on a top-level input.</param>
public sealed record NewPostV1(string? Body, long? ReplyTo, string? Stance);

/// <param name="ActId">The act in the public ledger that recorded it.</param>
public sealed record PostedV1(long Id, int Number, string ActId);

/// <param name="Topic">Id of the new topic; <paramref name="Id"/> and <paramref name="Number"/> are its first post's.</param>
public sealed record TopicOpenedV1(long Topic, long Id, int Number, string ActId);

public sealed record SupportV1(long Post, bool Given, int Supports);
