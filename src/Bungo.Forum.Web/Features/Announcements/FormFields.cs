using Bungo.Forum.Domain;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>Which field of the forms a refusal is about, so that the summary's link leads to it.</summary>
internal static class FormFields
{
    public static string Of(Refusal refusal) => refusal.Code switch
    {
        var code when code.Contains("-title-", StringComparison.Ordinal) => "Subject",
        var code when code.Contains("-reason-", StringComparison.Ordinal) => "Reason",
        var code when code.Contains("-schedule", StringComparison.Ordinal) => "PublishAt",
        var code when code.Contains("-pin-", StringComparison.Ordinal) => "PinnedUntil",
        _ => "Body",
    };
}
