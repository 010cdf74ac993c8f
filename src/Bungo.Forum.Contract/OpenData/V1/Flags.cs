namespace Bungo.Forum.Contract.OpenData.V1;

/// <param name="Reason">
/// <c>di-luar-topik</c>, <c>menghina</c>, <c>kebencian</c>, <c>data-pribadi</c>, <c>tuduhan</c>, <c>spam</c>,
/// <c>menyamar</c>, <c>melanggar-hukum</c> or <c>lainnya</c>.
/// </param>
/// <param name="Note">For moderators only; required with <c>lainnya</c>.</param>
public sealed record NewFlagV1(string? Reason, string? Note);

/// <summary>The flag as it counts; of two by the same person, the first.</summary>
public sealed record FlaggedV1(long Post, string Reason, DateTimeOffset At);
