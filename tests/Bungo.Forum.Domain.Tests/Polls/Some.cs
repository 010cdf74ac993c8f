using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Polls;
using static Bungo.Forum.Domain.Tests.Given;

namespace Bungo.Forum.Domain.Tests.Polls;

/// <summary>Polls and ballots that tests begin with.</summary>
internal static class Some
{
    public static readonly PollPlan Plan = new(
        "Bukti pengalaman kerja apa yang cukup?", "", ["Surat keterangan", "Daftar hadir", "Slip honor"], PollKind.OneChoice, null,
        Electorate.Members, ResultTiming.AfterClose, null, Now.AddDays(7));

    /// <summary>Open since now, for seven days.</summary>
    public static Poll Poll(PollPlan? plan = null) =>
        Domain.Polls.Poll.Schedule(AnOfficial(), plan ?? Plan, PollSubject.Free, Now).Value.WithId();

    public static Poll PollOf(int options, PollKind kind = PollKind.OneChoice, int? most = null) => Poll(Plan with
    {
        Options = [.. Enumerable.Range(1, options).Select(i => $"Pilihan {i}")],
        Kind = kind,
        MostChoices = most,
    });

    public static Guid Option(this Poll poll, int index) => poll.Options[index].Id;

    public static Outcome<Vote> Vote(this Poll poll, Account voter, params Guid[] choices) =>
        poll.Cast(voter, PollKey.Draw(poll), null, choices, Now);

    public static Account AVerifiedResident()
    {
        var resident = AResident();
        resident.Verify(Now);
        return resident;
    }
}
