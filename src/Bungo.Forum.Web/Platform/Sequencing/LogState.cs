using Bungo.Forum.Domain;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Web.Platform.Acts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bungo.Forum.Web.Platform.Sequencing;

/// <summary>What this node knows of the ledger: whether it numbers acts, how far they go, and what stops it.</summary>
public sealed class LogState : IAcceptance
{
    /// <summary>A moment's trouble, such as a disk being swapped, should not send writers away.</summary>
    private static readonly Refusal NotRecordable = new("ledger-stopped");

    private volatile Standing _standing = new(false, TreeHead.Empty, null);

    public Standing Standing => _standing;

    /// <summary>
    /// What cannot be recorded must not be accepted. Acts that another node numbers are that node's to judge, and an
    /// act that waits a minute longer than usual is still recorded.
    /// </summary>
    public Refusal? Refusal => _standing.Fault is null ? null : NotRecordable;

    /// <summary>Another process has the lock.</summary>
    public void Waits() => _standing = new(false, _standing.Head, null);

    public void Stands(TreeHead head) => _standing = new(true, head, null);

    public void Stops(LogFaultException fault) => _standing = _standing with { Sequences = false, Fault = fault };
}

/// <param name="Sequences">This node numbers acts; of all nodes one does.</param>
public sealed record Standing(bool Sequences, TreeHead Head, LogFaultException? Fault);

/// <summary>Readiness: a node that must not accept acts is not one to send people to.</summary>
public sealed class LedgerHealth(LogState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var standing = state.Standing;
        // The message names folders and hashes; the trouble's name is enough for a public page.
        return Task.FromResult(standing.Fault is { } fault
            ? HealthCheckResult.Unhealthy($"The ledger stands still: {fault.Trouble}", fault)
            : HealthCheckResult.Healthy(standing.Sequences ? $"Numbering acts; {standing.Head.Size} entries" : "Another process numbers acts"));
    }
}
