using Bungo.Forum.Ledger.Tests.Notes;
using static Bungo.Forum.Ledger.Tests.Verifier.APackage;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>What one act says about another that must have come before it, and about its time.</summary>
public sealed class CourseTests : IDisposable
{
    private readonly APackage _package = new();

    public void Dispose() => _package.Dispose();

    private IEnumerable<(long? At, string Code)> Faults() => _package.Faults().Select(f => (f.At, f.Code));

    [Theory]
    [InlineData(3, null)]
    [InlineData(2, "post-number-gap")]
    [InlineData(4, "post-number-gap")]
    public void A_post_left_out_leaves_a_gap_in_the_numbers_of_its_topic(int number, string? code)
    {
        _package.Add(NewPost(_package.Leaf(Topic).ActedOn, number));
        Assert.Equal(code is null ? [] : [(Count, code)], Faults());
    }

    [Fact]
    public void The_first_post_of_a_topic_is_number_one()
    {
        _package.Add(NewPost(ObjectId.New(), 2));
        Assert.Equal([(Count, "post-number-gap")], Faults());
    }

    [Theory]
    [InlineData("pos.ubah")]
    [InlineData("pos.tarik")]
    public void What_nobody_began_cannot_be_changed_or_ended(string kind)
    {
        var act = Act(kind, ObjectId.New(), 6).Clear("utas", ObjectId.New()).Clear("nomor", 1).Commit("actor", "text/plain", Text("x"));
        _package.Add(kind == "pos.ubah" ? act.Commit("body", "text/plain", Text("y")) : act);
        Assert.Equal([(Count, "beginning-missing")], Faults());
    }

    [Theory]
    [InlineData(1, 2, 3, 3, null)]
    [InlineData(1, 2, 4, 4, "version-differs")]
    [InlineData(2, 3, 4, 4, "version-differs")]
    [InlineData(1, 2, 3, 4, "version-differs")]
    public void Versions_of_an_announcement_count_up(int first, int second, int third, int withdrawn, string? code)
    {
        var text = ObjectId.New();
        var last = _package.Add(Announcement("umum.terbit", text, first));
        last = _package.Add(Announcement("umum.ubah", text, second).After(last.Id).Commit("alasan", "text/plain", Text("x")));
        last = _package.Add(Announcement("umum.ubah", text, third).After(last.Id).Commit("alasan", "text/plain", Text("x")));
        _package.Add(Act("umum.tarik", text, 7, ActRole.Pejabat).After(last.Id).Clear("versi", withdrawn).Commit("alasan", "text/plain", Text("x")));
        Assert.Equal(code is null ? [] : [code], Faults().Select(f => f.Code));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "deadline-moved")]
    public void The_deadline_of_an_answer_does_not_move(int minutes, string? code)
    {
        var answer = ObjectId.New();
        var first = _package.Add(Answer("jawab.terbit", answer, 60));
        _package.Add(Answer("jawab.ubah", answer, minutes).After(first.Id));
        Assert.Equal(code is null ? [] : [(Count + 1, code)], Faults());
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(6, "term-reversed")]
    [InlineData(-60, "term-reversed")]
    public void A_suspension_ends_after_it_begins(int minute, string? code)
    {
        _package.Add(Decision(ObjectId.New()).Clear("sampai", LedgerTime.Write(Some.Instant.AddMinutes(minute))));
        Assert.Equal(code is null ? [] : [(Count, code)], Faults());
    }

    [Fact]
    public void A_decision_is_taken_back_on_its_own_object_only()
    {
        var hiding = _package.Leaf(Hiding);
        _package.Add(Act("mod.pulih", ObjectId.New(), 6, ActRole.Moderator).Clear("putusan", ObjectId.Parse(hiding.Id.ToString()))
            .Clear("tindakan", "pulihkan").Clear("sumber", "proaktif").Clear("otomatis", false).Commit("alasan", "text/plain", Text("x")));
        Assert.Equal([(Count, "decision-unknown")], Faults());
    }

    [Theory]
    [InlineData(5, 60, 60, false, "satu-pilihan", null)]
    [InlineData(5, 60, 59, true, "satu-pilihan", null)]
    [InlineData(5, 60, 59, false, "satu-pilihan", "poll-out-of-course")]     // closed before its time, and said to be on time
    [InlineData(7, 60, 60, false, "satu-pilihan", "poll-out-of-course")]     // opened before it begins
    [InlineData(5, 60, 60, false, "beberapa-pilihan", "poll-out-of-course")] // counted by another rule
    public void A_poll_takes_its_course(int begins, int ends, int closed, bool isEarly, string rule, string? code)
    {
        var (poll, options) = (ObjectId.New(), new CanonicalArray([ObjectId.New().ToString()]));
        var opened = _package.Add(Act("jajak.buka", poll, 6).Clear("pilihan", options).Clear("aturan", "satu-pilihan").Clear("peserta", "anggota")
            .Clear("mulai", LedgerTime.Write(Some.Instant.AddMinutes(begins))).Clear("selesai", LedgerTime.Write(Some.Instant.AddMinutes(ends)))
            .Document("naskah", DocumentDigest.Of("?"u8, "text/plain")));
        var close = _package.Add(Act("jajak.tutup", poll, closed).After(opened.Id).Clear("suara", 0).Clear("dini", isEarly));
        _package.Add(Act("jajak.hasil", poll, closed).After(close.Id).Clear("pilihan", options).Clear("hitung", new CanonicalArray([0])).Clear("aturan", rule).Clear("pemilih", 0));
        Assert.Equal(code is null ? [] : [code], Faults().Select(f => f.Code));
    }

    [Fact]
    public void A_poll_is_closed_once_and_not_counted_before()
    {
        var poll = _package.Leaf(Poll);
        var option = ((CanonicalArray)poll.Clear.Members.Single(m => m.Key == "pilihan").Value)[0];
        var result = _package.Add(Act("jajak.hasil", poll.ActedOn, 6).After(poll.Id).Clear("pilihan", new CanonicalArray([option]))
            .Clear("hitung", new CanonicalArray([1])).Clear("aturan", "satu-pilihan").Clear("pemilih", 1));
        var close = _package.Add(Act("jajak.tutup", poll.ActedOn, 7).After(result.Id).Clear("suara", 1));
        _package.Add(Act("jajak.tutup", poll.ActedOn, 8).After(close.Id).Clear("suara", 1));
        Assert.Equal([Count, Count + 2], Faults().Where(f => f.Code == "poll-out-of-course").Select(f => f.At));
    }

    [Fact]
    public void A_result_without_a_file_of_ballots_names_as_many_as_the_close()
    {
        var poll = _package.Leaf(Poll);
        var option = ((CanonicalArray)poll.Clear.Members.Single(m => m.Key == "pilihan").Value)[0];
        var close = _package.Add(Act("jajak.tutup", poll.ActedOn, 6).After(poll.Id).Clear("suara", 1));
        _package.Add(Act("jajak.hasil", poll.ActedOn, 7).After(close.Id).Clear("pilihan", new CanonicalArray([option]))
            .Clear("hitung", new CanonicalArray([2])).Clear("aturan", "satu-pilihan").Clear("pemilih", 2));
        Assert.Contains((Count + 1, "result-differs"), Faults());
    }

    [Fact]
    public void A_log_that_follows_another_goes_on_from_what_stands_there()
    {
        var topic = ObjectId.New();
        var predecessor = _package.Checkpoint.Sign(TestSigner.Log).ToBytes();
        foreach (var list in new[] { _package.Openings, _package.States }) list.Clear();
        _package.Entries.Clear();
        _package.Add(new LeafBuilder("buku.buka", ActId.New(), ObjectId.New(), ActRole.Sistem, Some.Instant).Clear("kunci", TestSigner.Log.Key.ToString())
            .Clear("ukuran", 8).Clear("akar", Ledger.Notes.Checkpoint.ParseSigned(predecessor).Checkpoint.Root.ToBase64Url()).Document("kepala", DocumentDigest.Of(predecessor, "text/plain")));
        _package.Files["kepala/sebelum"] = predecessor;
        _package.Add(NewPost(topic, 12));
        _package.Add(NewPost(topic, 13));
        _package.Add(Act("pos.tarik", ObjectId.New(), 7).After(ActId.New()).Clear("utas", topic).Clear("nomor", 3).Commit("actor", "text/plain", Text("x")));
        _package.Add(Decision(ObjectId.New()));
        Assert.Empty(Faults());
        _package.Add(NewPost(topic, 15));
        Assert.Equal([(5, "post-number-gap")], Faults());
    }

    private static LeafBuilder NewPost(ObjectId topic, int number) => Act("pos.buat", ObjectId.New(), 6).Clear("utas", topic).Clear("nomor", number)
        .Commit("body", "text/markdown", Text("x")).Commit("actor", "text/plain", Text(ObjectId.New().ToString()));

    private static LeafBuilder Announcement(string kind, ObjectId text, int version) =>
        Act(kind, text, 6, ActRole.Pejabat).Clear("versi", version).Document("naskah", DocumentDigest.Of("x"u8, "text/markdown"));

    private static LeafBuilder Answer(string kind, ObjectId answer, int deadline) => Act(kind, answer, 6, ActRole.Pejabat).Clear("opd", "bkpsdm")
        .Clear("pertanyaan", Some.Topic).Clear("batas", LedgerTime.Write(Some.Instant.AddMinutes(deadline))).Document("naskah", DocumentDigest.Of("x"u8, "text/markdown"));

    private static LeafBuilder Decision(ObjectId acted) => Act("mod.putus", acted, 6, ActRole.Moderator)
        .Clear("aturan", "TT-4").Clear("tindakan", "tangguhkan").Clear("sumber", "proaktif").Clear("otomatis", false).Commit("alasan", "text/plain", Text("x"));
}
