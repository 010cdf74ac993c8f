using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Bungo.Forum.Ledger.Tests;

public sealed class LeafTests
{
    [Fact]
    public void A_leaf_reads_back_as_it_was_built()
    {
        var builder = Some.PostWritten().After(ActId.Parse("_____________________w"));
        var read = Leaf.Parse(builder.Build().Bytes.Span);

        Assert.Equal("pos.buat", read.Kind.Name);
        Assert.Equal(Some.Act, read.Id);
        Assert.Equal(Some.Post, read.ActedOn);
        Assert.Equal("_____________________w", read.Previous.ToString());
        Assert.Equal(ActRole.Warga, read.By);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 8, 9, TimeSpan.Zero), read.At);
        Assert.Equal(["actor", "body"], read.Commitments.Keys.Order());
        Assert.True(read.Clear.TryGet("nomor", out var number));
        Assert.Equal(7, number);
        Assert.Equal(2, builder.Openings.Count);
        Assert.All(builder.Openings, opening => Assert.True(read.IsOpenedBy(opening)));
    }

    [Fact]
    public void A_leaf_says_nothing_of_what_it_commits_to()
    {
        var builder = Some.PostWritten();
        var leaf = Encoding.UTF8.GetString(builder.Build().Bytes.Span);
        Assert.All(builder.Openings, opening =>
        {
            Assert.DoesNotContain(Encoding.UTF8.GetString(opening.Content.Span), leaf, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(opening.Salt.Span).TrimEnd('='), leaf, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_opening_of_one_act_opens_no_other()
    {
        var builder = Some.PostWritten();
        var other = new LeafBuilder("pos.buat", ActId.New(), Some.Post, ActRole.Warga, Some.Instant)
            .Clear("utas", Some.Topic).Clear("nomor", 7)
            .Commit("body", "text/markdown", NormalizedText.Of("Setuju, asal bobotnya jelas.")).Commit("actor", "text/plain", NormalizedText.Of("x"))
            .Build();
        Assert.All(builder.Openings, opening => Assert.False(other.IsOpenedBy(opening)));
    }

    [Fact]
    public void The_hash_is_over_a_zero_byte_and_the_bytes()
    {
        var leaf = Some.PostWritten().Build();
        Assert.Equal(SHA256.HashData([0, .. leaf.Bytes.Span]), leaf.Hash().ToArray());
    }

    [Fact]
    public void A_ballot_tells_the_hour_and_nothing_finer() => Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero), Some.Ballot().Build().At);

    [Fact]
    public void A_ballot_follows_no_other_act() => Refused(Some.Ballot().After(ActId.New()), LedgerFault.PreviousNotAllowed, "p");

    [Fact]
    public void A_ballot_does_not_tell_what_its_voter_is() => Refused(
        new LeafBuilder("suara.beri", ActId.New(), Some.Post, ActRole.Pejabat, Some.Instant).Clear("jajak", Some.Topic),
        LedgerFault.RoleNotAllowed, "a");

    [Fact]
    public void The_builder_writes_nothing_that_the_reader_would_refuse()
    {
        Refused(Some.PostWritten().Clear("isi", "x"), LedgerFault.LabelUnknown, "x.isi");
        Refused(Some.PostWritten().Clear("bahasa", "Setuju sekali"), LedgerFault.CodeForm, "x.bahasa");
        Refused(Some.PostWritten().Clear("bahasa", "1508010101010001"), LedgerFault.CodeForm, "x.bahasa");
        Refused(Some.PostWritten().Commit("judul", "text/plain", NormalizedText.Of("x")), LedgerFault.LabelUnknown, "c.judul");
        Refused(Some.PostWritten().Document("naskah", DocumentDigest.Of([1], "text/plain")), LedgerFault.LabelUnknown, "d.naskah");
        Refused(new LeafBuilder("pos.tarik", ActId.New(), Some.Post, ActRole.Warga, Some.Instant), LedgerFault.LabelMissing, "c.actor");
        Refused(
            new LeafBuilder("jajak.buka", ActId.New(), Some.Post, ActRole.Pejabat, Some.Instant)
                .Clear("aturan", "tunggal").Clear("peserta", "anggota").Document("naskah", DocumentDigest.Of([1], "text/plain"))
                .Clear("pilihan", new CanonicalArray(Enumerable.Range(0, 200).Select(_ => (CanonicalValue)ObjectId.New().ToString()))),
            LedgerFault.TooLong, null);
        Assert.Throws<ArgumentException>(() => new LeafBuilder("pos.baca", ActId.New(), Some.Post, ActRole.Warga, Some.Instant));
        Assert.Throws<ArgumentException>(() => Some.PostWritten().Commit("body", "text/plain", NormalizedText.Of("dua kali")));
        Assert.Throws<ArgumentException>(() => Some.PostWritten().Clear("nomor", 8));
    }

    [Fact]
    public void Any_change_to_a_leaf_is_refused_or_changes_its_hash()
    {
        var leaf = Some.PostWritten().Build();
        var read = 0;
        Gens.Mutation.Sample(
            mutate =>
            {
                var changed = mutate(leaf.Bytes.ToArray());
                if (changed.AsSpan().SequenceEqual(leaf.Bytes.Span)) return true;
                try
                {
                    var other = Leaf.Parse(changed);
                    Interlocked.Increment(ref read);
                    return other.Hash() != leaf.Hash() && other.Bytes.Span.SequenceEqual(changed);
                }
                catch (LedgerFormatException)
                {
                    return true;
                }
            },
            iter: 5_000);
        Assert.True(read > 50, "some mutations must leave a leaf for this to mean anything");
    }

    [Fact]
    public void Every_kind_can_be_written_with_all_its_labels()
    {
        foreach (var kind in ActKinds.All)
        {
            var builder = new LeafBuilder(kind.Name, ActId.New(), ObjectId.New(), kind.Roles[0], Some.Instant);
            foreach (var rule in kind.Clear) builder.Clear(rule.Name, Sample(rule.Shape!.Value));
            foreach (var rule in kind.Committed) builder.Commit(rule.Name, "text/plain", NormalizedText.Of("isi"));
            foreach (var rule in kind.Documents) builder.Document(rule.Name, DocumentDigest.Of([1, 2], "text/markdown"));
            var leaf = builder.Build();
            Assert.Equal(kind.Committed.Count, leaf.Commitments.Count);
            Assert.All(builder.Openings, opening => Assert.True(leaf.IsOpenedBy(opening)));
        }

        Assert.NotEmpty(ActKinds.All);
    }

    private static CanonicalValue Sample(ClearShape shape) => shape switch
    {
        ClearShape.Id => Some.Topic.ToString(),
        ClearShape.Ids => new CanonicalArray([Some.Topic.ToString()]),
        ClearShape.Code => "2026-Q4",
        ClearShape.Codes => new CanonicalArray(["K-3"]),
        ClearShape.Count => 3,
        ClearShape.Counts => new CanonicalArray([3, 0]),
        ClearShape.Flag => false,
        ClearShape.Time => LedgerTime.Write(Some.Instant),
        ClearShape.Root => "7c28UnnNyrZOeEz_X-j2N2FLxhOY1OP2OB1e8TUR-tA",
        ClearShape.VerifierKey => "buku.example.test/1+530d903a+ARpc2QcU",
        ClearShape.Targets => new CanonicalArray([new CanonicalObject([new("i", Some.Act.ToString()), new("label", "body")])]),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static void Refused(LeafBuilder builder, LedgerFault fault, string? path)
    {
        var refusal = Assert.IsType<LedgerFormatException>(Assert.Throws<InvalidOperationException>(builder.Build).InnerException);
        Assert.Equal((fault, path), (refusal.Fault, refusal.Path));
    }
}
