using Bungo.Forum.Domain;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Acts;
using Bungo.Forum.Web.Platform.Security;
using Bungo.Forum.Web.Platform.Wording;
using Bungo.Forum.Web.PublicActs;
using Microsoft.AspNetCore.Mvc;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// What the three pages of decisions share: the grounds as typed, and the order of things. Row locks first, so
/// that of two moderators the second finds what the first did; then the ruling; then one commit of decision,
/// measure and act.
/// </summary>
public abstract class DecidingPage(ForumDb db, ActRecorder acts, TimeProvider clock) : ForumPage
{
    [BindProperty]
    public string? Rule { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DecisionSource Source { get; set; } = DecisionSource.Proactive;

    [BindProperty]
    public string? OrderNumber { get; set; }

    /// <summary>Code of the <see cref="Measure"/> that the pressed button stands for.</summary>
    [BindProperty(Name = "tindakan")]
    public string? Chosen { get; set; }

    /// <summary>Where the moderator came from and goes on.</summary>
    [BindProperty(Name = "kembali")]
    public string? Back { get; set; }

    protected ForumDb Db => db;
    protected ActRecorder Acts => acts;
    protected DateTimeOffset Now => clock.GetUtcNow();
    protected virtual Grounds Grounds => new(Rule, Reason, Source, OrderNumber);

    public GroundsForm Form => new(Rule, Reason, Source, OrderNumber);

    /// <param name="lockRows">Takes the locks of what is decided on.</param>
    /// <param name="rule">Reads it, and asks <see cref="Ruling"/>; null when there is no such thing.</param>
    /// <param name="load">Reads what the page shows when the ruling was refused.</param>
    /// <param name="otherwise">What a refusal leads to instead, in the same transaction; null from it when to nothing.</param>
    protected async Task<IActionResult> DecideAsync(
        Func<Task> lockRows, Func<Task<Outcome<Decision>?>> rule, Func<Task<bool>> load, CancellationToken cancel,
        Func<Refusal, Task<IActionResult?>>? otherwise = null)
    {
        await acts.BeginAsync(cancel);
        await lockRows();
        var moderator = await Viewer.AccountAsync(cancel);
        if (await db.FindSubmissionAsync(moderator.Id, FormKey, cancel) is { } done) return LocalRedirect(done.Address);
        if (await rule() is not { } ruled) return NotFound();
        if (ruled.IsRefused(out var refusal))
        {
            if (otherwise is not null && await otherwise(refusal) is { } instead) return instead;
            await db.Database.RollbackTransactionAsync(cancel);
            db.ChangeTracker.Clear();
            return await load() ? Refuse(refusal, FieldOf(refusal)) : NotFound();
        }

        var decision = ruled.Value;
        db.Add(decision);
        var address = Back is null ? Urls.Decision(decision.Id) : LocalAddress.Of(Back);
        db.Add(new Submission(decision.ModeratorId, FormKey, address, Now, decision.Id));
        await acts.CommitAsync(new DecisionMade(decision), cancel);
        return Done(address, T($"{decision.Measure.Words()}: putusan no. {decision.Id} sudah dicatat.", $"{decision.Measure.Words()}: decision no. {decision.Id} has been recorded."));
    }

    /// <summary>Why a moderator who comes to look sees no form; one who has typed into it keeps it, beside the reason.</summary>
    protected Refusal? InPlaceOfForm(Refusal? refusal) => HttpMethods.IsPost(Request.Method) ? null : refusal;

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "rule-unknown" => nameof(Rule),
        "reason-too-short" or "reason-too-long" => nameof(Reason),
        "source-unknown" => nameof(Source),
        "order-number-missing" or "order-number-form" => nameof(OrderNumber),
        "suspension-out-of-range" => "Days",
        "criticism-undeclared" or "own-office-criticised" => "Criticised",
        _ => "",
    };
}
