using static Bungo.Forum.Ledger.Tests.Verifier.AnExport;

namespace Bungo.Forum.Ledger.Tests.Verifier;

public sealed class ExportCheckTests : IDisposable
{
    private const string Acts = "acts.jsonl";
    private const string Openings = "openings.jsonl";

    private readonly AnExport _export = new();

    public void Dispose() => _export.Dispose();

    [Fact]
    public void A_sound_export_has_no_fault() => Assert.Empty(_export.Faults());

    [Fact]
    public void A_line_that_is_not_canonical_is_named()
    {
        _export.Acts[HidingLine - 1] = _export.Acts[HidingLine - 1].Replace(":", ": ", StringComparison.Ordinal);
        _export.Openings[1] = _export.Openings[1].Replace("\"i\"", "\"I\"", StringComparison.Ordinal);
        Assert.Equal(
            [(Acts, HidingLine, "unexpected-byte"), (Openings, 2, "key-form"), (Openings, _export.Openings.Count, "opening-of-unknown-act")],
            _export.Faults());
    }

    [Fact]
    public void An_unknown_kind_or_label_is_named()
    {
        _export.Acts[ErasureLine - 1] = _export.Acts[ErasureLine - 1].Replace("\"hapus\"", "\"lupa\"", StringComparison.Ordinal);
        _export.Acts[TopicLine - 1] = _export.Acts[TopicLine - 1].Replace("\"body\"", "\"isi\"", StringComparison.Ordinal);
        Assert.Equal([(Acts, TopicLine, "label-unknown"), (Acts, ErasureLine, "kind-unknown"), (Openings, 1, "opening-of-unknown-act")], _export.Faults());
    }

    [Fact]
    public void An_act_that_stands_twice_is_named()
    {
        _export.Acts.Add(_export.Acts[OtherPostLine - 1]);
        Assert.Equal([(Acts, ErasureLine + 1, "act-repeated")], _export.Faults());
    }

    [Fact]
    public void A_predecessor_left_out_is_noticed()
    {
        _export.Acts.RemoveAt(EditLine - 2); // the post that was edited
        Assert.Contains((Acts, EditLine - 1, "previous-unknown"), _export.Faults());
    }

    [Fact]
    public void A_predecessor_on_a_later_line_is_noticed()
    {
        (_export.Acts[PostLine - 1], _export.Acts[EditLine - 1]) = (_export.Acts[EditLine - 1], _export.Acts[PostLine - 1]);
        Assert.Equal([(Acts, PostLine, "previous-unknown"), (Acts, EditLine, "previous-missing")], _export.Faults());
    }

    [Fact]
    public void A_predecessor_on_another_object_is_noticed()
    {
        _export.Add(Decision(ObjectId.New()).After(_export.Leaf(OtherPostLine).Id));
        Assert.Equal([(Acts, ErasureLine + 1, "previous-of-another-object")], _export.Faults());
    }

    [Fact]
    public void A_history_that_forks_is_noticed()
    {
        _export.Add(Decision(_export.Leaf(OtherPostLine).ActedOn).After(_export.Leaf(OtherPostLine).Id));
        Assert.Equal([(Acts, ErasureLine + 1, "previous-overtaken")], _export.Faults());
    }

    [Fact]
    public void A_history_that_begins_anew_is_noticed()
    {
        _export.Add(Decision(_export.Leaf(OtherPostLine).ActedOn));
        Assert.Equal([(Acts, ErasureLine + 1, "previous-missing")], _export.Faults());
    }

    [Theory]
    [InlineData(0, false)]   // five minutes before the act at minute 5
    [InlineData(-1, true)]
    [InlineData(-10_000, true)]
    public void Time_that_runs_back_is_noticed(int minute, bool isFault)
    {
        _export.Add(Decision(ObjectId.New(), minute));
        Assert.Equal(isFault ? [(Acts, ErasureLine + 1, "time-runs-back")] : [], _export.Faults());
    }

    [Fact]
    public void One_wrong_clock_is_one_fault()
    {
        _export.Add(Decision(ObjectId.New(), 1_000_000));
        _export.Add(Decision(ObjectId.New(), 6));
        _export.Add(Decision(ObjectId.New(), 7));
        Assert.Equal([(Acts, ErasureLine + 2, "time-runs-back")], _export.Faults());
    }

    // The latest act is at 07:13:09, so 05:08:09 is as far back as a ballot may lie.
    [Theory]
    [InlineData(-68, false)]   // 06:00:09, told as 06:00
    [InlineData(-69, true)]    // 05:59:09, told as 05:00
    public void A_ballot_may_wait_to_be_mixed_but_not_for_ever(int minute, bool isFault)
    {
        _export.Add(Act("suara.beri", ObjectId.New(), minute).Clear("jajak", ObjectId.New()).Commit("pilihan", "text/plain", Text("ya")).Commit("nul", "text/plain", Text("n")));
        Assert.Equal(isFault ? [(Acts, ErasureLine + 1, "time-runs-back")] : [], _export.Faults());
    }

    [Fact]
    public void An_erasure_of_what_is_not_there_is_noticed()
    {
        var target = new ErasureTarget(_export.Leaf(OtherPostLine).Id, "lampiran");
        _export.Add(Act("hapus", ObjectId.New(), 6).Clear("dasar", "cabut").Clear("daftar", new CanonicalArray([target.ToValue()])));
        Assert.Equal([(Acts, ErasureLine + 1, "erasure-of-nothing")], _export.Faults());
    }

    [Fact]
    public void A_content_that_was_changed_does_not_match()
    {
        _export.Openings[0] = _export.Openings[0].Replace("Bobot", "bobot", StringComparison.Ordinal);
        Assert.Equal([(Openings, 1, "opening-mismatch")], _export.Faults());
    }

    [Fact]
    public void An_opening_moved_to_another_act_does_not_match()
    {
        var own = _export.Leaf(EditLine).Id.ToString();
        var at = _export.Openings.FindIndex(o => o.Contains(own, StringComparison.Ordinal));
        _export.Openings[at] = _export.Openings[at].Replace(own, _export.Leaf(PostLine).Id.ToString(), StringComparison.Ordinal);
        Assert.Contains((Openings, at + 1, "opening-mismatch"), _export.Faults());
    }

    [Fact]
    public void An_opening_of_nothing_is_noticed()
    {
        _export.Openings.Add(Line(Opening.Seal(ActId.New(), "body", "text/plain", Text("x"))));
        _export.Openings.Add(Line(Opening.Seal(_export.Leaf(TopicLine).Id, "lampiran", "text/plain", Text("x"))));
        _export.Openings.Add(_export.Openings[0]);
        var last = _export.Openings.Count;
        Assert.Equal([(Openings, last - 2, "opening-of-unknown-act"), (Openings, last - 1, "opening-of-no-commitment"), (Openings, last, "opening-repeated")], _export.Faults());
    }

    [Fact]
    public void An_opening_of_what_was_erased_is_noticed()
    {
        var post = Act("pos.tarik", ObjectId.New(), 6).Clear("utas", ObjectId.New()).Clear("nomor", 1).Commit("actor", "text/plain", Text("x"));
        var act = _export.Add(post);
        _export.Add(Act("hapus", ObjectId.New(), 7).Clear("dasar", "cabut").Clear("daftar", new CanonicalArray([new ErasureTarget(act.Id, "actor").ToValue()])));
        Assert.Equal([(Openings, _export.Openings.Count, "opening-of-erased")], _export.Faults());
    }

    private static LeafBuilder Decision(ObjectId acted, int minute = 6) => Act("mod.putus", acted, minute, ActRole.Moderator)
        .Clear("aturan", "TT-4").Clear("tindakan", "kunci").Clear("sumber", "proaktif").Clear("otomatis", false)
        .Commit("alasan", "text/plain", Text("x"));

    private static string Line(Opening opening) => System.Text.Encoding.UTF8.GetString(opening.ToBytes());
}
