using System.Text;
using Bungo.Forum.Verifier.Packages;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>
/// A poll of two options in which three persons vote, one of them twice. Records from <see cref="Count"/>: opening,
/// four ballots, close, result.
/// </summary>
public sealed class PollsCheckTests : IDisposable
{
    private const int FirstBallot = Count + 1, Result = Count + 6, Size = Count + 7;

    private static readonly string Bundle = $"tile/entries/000.p/{Size}";
    private static readonly string Yes = ObjectId.New().ToString(), No = ObjectId.New().ToString();

    private readonly APackage _package = new();
    private readonly ObjectId _poll = ObjectId.New();
    private readonly List<string> _ballots = [];

    public void Dispose() => _package.Dispose();

    private string BallotFile => Package.Ballots(_poll);

    private List<(string File, long? At, string Code)> Faults(
        long yes = 2, long no = 1, long voters = 3, bool hasDigest = true, int closedBefore = 4, Action? change = null, string rule = "satu-pilihan", params string[][] choices)
    {
        if (choices.Length == 0) choices = [[Yes], [No], [Yes], [Yes]];
        string[] nullifiers = ["a", "b", "c", "b"];
        var opened = _package.Add(Act("jajak.buka", _poll, 6, ActRole.Pejabat).Clear("pilihan", Ids()).Clear("aturan", rule).Clear("peserta", "anggota")
            .Clear("maks", 2).Clear("berhak", 2).Document("naskah", DocumentDigest.Of("?"u8, "text/plain")));
        Leaf? closed = null;
        for (var i = 0; i < 4; i++)
        {
            if (i == closedBefore) Close();
            var builder = Act("suara.beri", ObjectId.New(), 6).Clear("jajak", _poll)
                .Commit("pilihan", "application/json", Text(new CanonicalArray(choices[i].Select(c => (CanonicalValue)c)).ToString()))
                .Commit("nul", "text/plain", Text(nullifiers[i]));
            var openings = _package.Openings.Count;
            _package.Add(builder);
            _ballots.AddRange(_package.Openings[openings..]);
            _package.Openings.RemoveRange(openings, _package.Openings.Count - openings);
        }

        if (closedBefore == 4) Close();
        change?.Invoke();
        // b voted No and then Yes: counted again it is 3 to 0.
        var result = Act("jajak.hasil", _poll, 8, ActRole.Sistem).After(closed!.Id).Clear("pilihan", Ids())
            .Clear("hitung", new CanonicalArray([yes, no])).Clear("aturan", rule).Clear("pemilih", voters);
        if (hasDigest) result.Document("suara", DocumentDigest.Of(Lines(_ballots), "application/jsonl"));
        _package.Add(result);
        if (!_package.Files.ContainsKey(BallotFile)) _package.Files[BallotFile] = Lines(_ballots);
        return _package.Faults();

        void Close() => closed = _package.Add(Act("jajak.tutup", _poll, 7, ActRole.Sistem).After(opened.Id).Clear("suara", 3));
    }

    private static CanonicalArray Ids() => new([Yes, No]);

    [Fact]
    public void The_last_ballot_of_each_person_counts()
    {
        Assert.Empty(Faults(yes: 3, no: 0));
        Assert.Contains("1  jajak dihitung ulang", _package.Run().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1, 3, new[] { "result-differs", "result-differs" })]
    [InlineData(3, 1, 3, new[] { "result-differs" })]
    [InlineData(3, 0, 4, new[] { "result-differs" })]
    public void An_announced_result_that_the_ballots_do_not_give_is_named(long yes, long no, long voters, string[] codes) =>
        Assert.Equal(codes.Select(code => (Bundle, (long?)Result, code)), Faults(yes, no, voters));

    [Fact]
    public void A_ballot_left_out_of_the_file_is_named() =>
        Assert.Contains((BallotFile, null, "ballot-unlisted"), Faults(3, 0, change: () => _ballots.RemoveRange(0, 2)));

    [Fact]
    public void A_ballot_half_left_out_is_named() =>
        Assert.Contains((BallotFile, null, "ballot-incomplete"), Faults(3, 0, change: () => _ballots.RemoveAt(0)));

    [Fact]
    public void What_is_no_ballot_of_the_poll_is_named()
    {
        var other = _package.Openings[0];
        _package.Openings.RemoveAt(0);
        Assert.Equal([(BallotFile, null, "ballot-foreign")], Faults(3, 0, change: () => _ballots.Add(other)));
    }

    [Fact]
    public void A_ballot_after_the_close_is_named() =>
        Assert.Equal([(Bundle, FirstBallot + 4, "ballot-outside-voting")], Faults(3, 0, closedBefore: 3));

    [Fact]
    public void A_choice_that_the_poll_does_not_offer_is_named()
    {
        Assert.Contains((BallotFile, null, "ballot-choice"), Faults(choices: [[Yes], [No], [Yes, No], [Yes]]));
    }

    [Fact]
    public void Several_choices_count_where_the_poll_allows_them() =>
        Assert.Empty(Faults(yes: 2, no: 2, rule: "beberapa-pilihan", choices: [[Yes], [Yes], [Yes, No], [No]]));

    [Fact]
    public void Another_file_than_the_announced_is_named()
    {
        _package.Files[BallotFile] = [];
        Assert.Contains((BallotFile, null, "ballot-file-differs"), Faults(3, 0, change: () => _package.Files[BallotFile] = Lines(_ballots.AsEnumerable().Reverse())));
        _package.Files.Remove(BallotFile);
        _package.Write();
        Assert.Contains((Bundle, Result, "ballot-file-missing"), _package.FaultsAsItStands());
    }

    [Fact]
    public void A_ballot_that_says_something_else_than_was_cast_does_not_match()
    {
        Assert.Contains((BallotFile, 3L, "opening-mismatch"), Faults(3, 0, hasDigest: false, change: () => _ballots[2] = _ballots[2].Replace(No, Yes, StringComparison.Ordinal)));
        Assert.Equal("pilihan", Opening.Parse(Encoding.UTF8.GetBytes(_ballots[2])).Label);
    }
}
