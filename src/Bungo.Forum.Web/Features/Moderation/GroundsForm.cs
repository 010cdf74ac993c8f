using Bungo.Forum.Domain.Moderation;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>The fields that every decision needs, as they stand in a form.</summary>
/// <param name="Suffix">Makes the fields' ids differ where a page has several forms.</param>
public sealed record GroundsForm(string? Rule, string? Reason, DecisionSource Source, string? OrderNumber, string Suffix = "");
