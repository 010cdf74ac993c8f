using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

public sealed class ActsCheckTests : IDisposable
{
    private const string Openings = "openings.jsonl";
    private const string States = "keadaan.jsonl";

    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_sound_package_has_no_fault() => Assert.Empty(_package.Faults());

    [Fact]
    public void A_record_or_line_that_is_not_canonical_is_named()
    {
        _package.Change(Erasure, ":", ": ");
        _package.Openings[1] = _package.Openings[1].Replace("\"i\"", "\"I\"", StringComparison.Ordinal);
        Assert.Equal([(Bundle(8), Erasure, "unexpected-byte"), (Openings, 2, "key-form")], _package.Faults().Take(2));
    }

    [Fact]
    public void An_unknown_kind_or_label_is_named()
    {
        _package.Change(Erasure, "\"hapus\"", "\"lupa\"");
        _package.Change(Topic, "\"body\"", "\"isi\"");
        Assert.Equal(
            [(Bundle(8), Topic, "label-unknown"), (Bundle(8), Erasure, "kind-unknown"), (Openings, 1, "opening-of-unknown-act"), (Bundle(8), Post, "lost-without-record")],
            _package.Faults());
    }

    [Fact]
    public void An_act_that_stands_twice_is_named()
    {
        _package.Entries.Add(_package.Entries[OtherPost]);
        Assert.Equal([(Bundle(9), Count, "act-repeated")], _package.Faults());
    }

    [Fact]
    public void A_predecessor_left_out_is_noticed()
    {
        _package.Entries.RemoveAt(Post);
        Assert.Contains((Bundle(7), Post, "previous-unknown"), _package.Faults());
    }

    [Fact]
    public void A_predecessor_that_comes_later_is_noticed()
    {
        (_package.Entries[Post], _package.Entries[Edit]) = (_package.Entries[Edit], _package.Entries[Post]);
        Assert.Equal([(Bundle(8), Post, "previous-unknown"), (Bundle(8), Edit, "previous-missing")], _package.Faults());
    }

    [Fact]
    public void A_predecessor_on_another_object_is_noticed()
    {
        _package.Add(Decision(ObjectId.New()).After(_package.Leaf(OtherPost).Id));
        Assert.Equal([(Bundle(9), Count, "previous-of-another-object")], _package.Faults());
    }

    [Fact]
    public void A_history_that_forks_is_noticed()
    {
        _package.Add(Decision(_package.Leaf(OtherPost).ActedOn).After(_package.Leaf(OtherPost).Id));
        Assert.Equal([(Bundle(9), Count, "previous-overtaken")], _package.Faults());
    }

    [Fact]
    public void A_history_that_begins_anew_is_noticed()
    {
        _package.Add(Decision(_package.Leaf(OtherPost).ActedOn));
        Assert.Equal([(Bundle(9), Count, "previous-missing")], _package.Faults());
    }

    [Theory]
    [InlineData(0, false)]   // five minutes before the act at minute 5
    [InlineData(-1, true)]
    [InlineData(-10_000, true)]
    public void Time_that_runs_back_is_noticed(int minute, bool isFault)
    {
        _package.Add(Decision(ObjectId.New(), minute));
        Assert.Equal(isFault ? [(Bundle(9), Count, "time-runs-back")] : [], _package.Faults());
    }

    [Fact]
    public void One_wrong_clock_is_one_fault()
    {
        _package.Add(Decision(ObjectId.New(), 1_000_000));
        _package.Add(Decision(ObjectId.New(), 6));
        _package.Add(Decision(ObjectId.New(), 7));
        Assert.Equal([(Bundle(11), Count + 1, "time-runs-back")], _package.Faults());
    }

    // The latest act is at 07:13:09, so 05:08:09 is as far back as a ballot may lie.
    [Theory]
    [InlineData(-68, false)]   // 06:00:09, told as 06:00
    [InlineData(-69, true)]    // 05:59:09, told as 05:00
    public void A_ballot_may_wait_to_be_mixed_but_not_for_ever(int minute, bool isFault)
    {
        var ballot = _package.Add(Act("suara.beri", ObjectId.New(), minute).Clear("jajak", _package.Leaf(Poll).ActedOn).Commit("pilihan", "text/plain", Text("ya")).Commit("nul", "text/plain", Text("n")));
        _package.Withhold(ballot.Id, "pilihan", WithheldState.Belum);
        _package.Withhold(ballot.Id, "nul", WithheldState.Belum);
        Assert.Equal(isFault ? [(Bundle(9), Count, "time-runs-back")] : [], _package.Faults());
    }

    [Fact]
    public void An_erasure_of_what_is_not_there_is_noticed()
    {
        var target = new ErasureTarget(_package.Leaf(OtherPost).Id, "lampiran");
        _package.Add(Act("hapus", ObjectId.New(), 6).Clear("dasar", "cabut").Clear("daftar", new CanonicalArray([target.ToValue()])));
        Assert.Equal([(Bundle(9), Count, "erasure-of-nothing")], _package.Faults());
    }

    [Fact]
    public void A_content_that_was_changed_does_not_match()
    {
        _package.Openings[0] = _package.Openings[0].Replace("Bobot", "bobot", StringComparison.Ordinal);
        Assert.Equal([(Openings, 1, "opening-mismatch")], _package.Faults());
    }

    [Fact]
    public void An_opening_moved_to_another_act_does_not_match()
    {
        var own = _package.Leaf(Edit).Id.ToString();
        var at = _package.Openings.FindIndex(o => o.Contains(own, StringComparison.Ordinal));
        _package.Openings[at] = _package.Openings[at].Replace(own, _package.Leaf(Post).Id.ToString(), StringComparison.Ordinal);
        Assert.Contains((Openings, at + 1, "opening-mismatch"), _package.Faults());
    }

    [Fact]
    public void An_opening_of_nothing_is_noticed()
    {
        _package.Openings.Add(Line(Opening.Seal(ActId.New(), "body", "text/plain", Text("x"))));
        _package.Openings.Add(Line(Opening.Seal(_package.Leaf(Topic).Id, "lampiran", "text/plain", Text("x"))));
        _package.Openings.Add(_package.Openings[0]);
        var last = _package.Openings.Count;
        Assert.Equal([(Openings, last - 2, "opening-of-unknown-act"), (Openings, last - 1, "opening-of-no-commitment"), (Openings, last, "opening-repeated")], _package.Faults());
    }

    [Fact]
    public void An_opening_of_what_was_erased_is_noticed()
    {
        var post = Act("peran.beri", ObjectId.New(), 6).Clear("peran", "moderator").Commit("actor", "text/plain", Text("x"));
        var act = _package.Add(post);
        _package.Add(Act("hapus", ObjectId.New(), 7).Clear("dasar", "cabut").Clear("daftar", new CanonicalArray([new ErasureTarget(act.Id, "actor").ToValue()])));
        Assert.Equal([(Openings, _package.Openings.Count, "opening-of-erased")], _package.Faults());
    }

    [Fact]
    public void What_is_neither_opened_nor_explained_is_lost()
    {
        _package.Openings.RemoveAt(0);
        Assert.Equal([(Bundle(8), Topic, "lost-without-record")], _package.Faults());
        Assert.Contains("HILANG TANPA CATATAN", _package.Run().Output, StringComparison.Ordinal);
        _package.Withhold(_package.Leaf(Topic).Id, "body", WithheldState.Dihapus);
        Assert.Equal([(Bundle(8), Topic, "lost-without-record")], _package.Faults());
    }

    [Theory]
    [InlineData(Topic, "body")]
    [InlineData(Post, "actor")]
    [InlineData(Hiding, "alasan")]
    public void What_no_decision_hides_is_not_withheld_on_the_package_s_word(int record, string label)
    {
        _package.Withhold(_package.Leaf(record).Id, label, WithheldState.Terbatas);
        Assert.Equal([(Bundle(8), record, "restricted-unfounded")], _package.Faults());
    }

    [Fact]
    public void What_was_restored_is_to_be_opened_again()
    {
        Assert.Empty(_package.Faults());
        _package.Add(Restoring(_package.Leaf(Hiding)).After(_package.Leaf(Hiding).Id));
        Assert.Equal([(Bundle(9), OtherPost, "restricted-unfounded")], _package.Faults());
    }

    [Fact]
    public void Who_decided_and_whom_it_struck_may_be_withheld()
    {
        var decided = _package.Add(Decision(ObjectId.New()).Commit("actor", "text/plain", Text("x")).Commit("sasaran", "text/plain", Text("y")));
        foreach (var label in new[] { "actor", "sasaran" }) _package.Withhold(decided.Id, label, WithheldState.Terbatas);
        Assert.Empty(_package.Faults());
    }

    [Fact]
    public void A_decision_or_appeal_that_never_was_cannot_be_taken_back_or_decided()
    {
        var decision = _package.Add(Decision(ObjectId.New()).Clear("putusan", ObjectId.New()));
        var named = ((CanonicalText)decision.Clear.Members.Single(m => m.Key == "putusan").Value).Value;
        _package.Add(Act("banding.ajukan", ObjectId.New(), 7).Clear("putusan", ObjectId.Parse(named)).Clear("tingkat", 1).Commit("alasan", "text/plain", Text("x")).Commit("actor", "text/plain", Text("y")));
        _package.Add(Ruling(ObjectId.Parse(named), 1));
        Assert.Empty(_package.Faults());
        _package.Add(Ruling(ObjectId.Parse(named), 2));
        _package.Add(Act("mod.pulih", ObjectId.New(), 8, ActRole.Moderator).Clear("putusan", ObjectId.New()).Clear("tindakan", "buka").Clear("sumber", "proaktif").Clear("otomatis", false).Commit("alasan", "text/plain", Text("x")));
        Assert.Equal([(Bundle(13), Count + 3, "appeal-unknown"), (Bundle(13), Count + 4, "decision-unknown")], _package.Faults());
    }

    [Fact]
    public void Versions_of_a_report_count_up()
    {
        var (report, at) = (ObjectId.New(), Some.Instant.AddMinutes(6));
        var first = new AReport("2026-09").Publish(_package, at, 1, report);
        var second = new AReport("2026-09").Publish(_package, at, 2, report, first.Id);
        Assert.Empty(_package.Faults());
        new AReport("2026-09").Publish(_package, at, 4, report, second.Id);
        Assert.Equal([(Bundle(11), Count + 2, "version-differs")], _package.Faults());
    }

    [Fact]
    public void An_account_s_erasure_counts_its_actors_without_joining_them()
    {
        foreach (var record in new[] { Post, OtherPost }) _package.Withhold(_package.Leaf(record).Id, "actor", WithheldState.Dihapus);
        _package.Add(Act("hapus", ObjectId.New(), 6, ActRole.Sistem).Clear("dasar", "akun-dihapus").Clear("daftar", new CanonicalArray([])).Clear("jumlah", 2));
        Assert.Empty(_package.Faults());
        _package.Withhold(_package.Leaf(Edit).Id, "actor", WithheldState.Dihapus);
        Assert.Equal([(Bundle(9), OtherPost, "lost-without-record")], _package.Faults());
    }

    [Fact]
    public void What_is_said_to_be_withheld_is_there_and_is_not_open()
    {
        var (unknown, open) = (new Withheld(ActId.New(), "body", WithheldState.Terbatas), new Withheld(_package.Leaf(Topic).Id, "body", WithheldState.Terbatas));
        _package.States.AddRange([Utf8(unknown), Utf8(open), _package.States[0], "{}"]);
        Assert.Equal(
            [(States, 4, "withheld-of-nothing"), (States, 5, "withheld-though-open"), (States, 6, "withheld-repeated"), (States, 7, "key-missing")],
            _package.Faults());
    }

    [Fact]
    public void Only_ballots_may_be_sealed()
    {
        _package.Withhold(_package.Leaf(Topic).Id, "body", WithheldState.Belum);
        Assert.Equal([(Bundle(8), Topic, "sealed-too-long")], _package.Faults());
    }

    private static LeafBuilder Decision(ObjectId acted, int minute = 6) => Act("mod.putus", acted, minute, ActRole.Moderator)
        .Clear("aturan", "TT-4").Clear("tindakan", "kunci").Clear("sumber", "proaktif").Clear("otomatis", false)
        .Commit("alasan", "text/plain", Text("x"));

    private static LeafBuilder Restoring(Leaf hiding) => Act("mod.pulih", hiding.ActedOn, 6, ActRole.Moderator)
        .Clear("putusan", ObjectId.Parse(hiding.Id.ToString())).Clear("tindakan", "pulihkan").Clear("sumber", "proaktif").Clear("otomatis", false)
        .Commit("alasan", "text/plain", Text("x"));

    private static LeafBuilder Ruling(ObjectId decision, int level) => Act("banding.putus", ObjectId.New(), 8, ActRole.Penilai)
        .Clear("putusan", decision).Clear("tingkat", level).Clear("hasil", "dikabulkan").Commit("alasan", "text/plain", Text("x"));

    private static string Line(Opening opening) => System.Text.Encoding.UTF8.GetString(opening.ToBytes());

    private static string Utf8(Withheld withheld) => System.Text.Encoding.UTF8.GetString(withheld.ToBytes());

    private static string Bundle(int size) => $"tile/entries/000.p/{size}";
}
