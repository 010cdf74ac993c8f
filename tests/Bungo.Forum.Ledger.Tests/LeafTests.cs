using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Ledger.Tests;

public sealed class LeafTests
{
    [Fact]
    public void A_leaf_reads_back_as_it_was_built()
    {
        var builder = Some.PostWritten().After(ActId.Parse("_____________________w"));
        var built = builder.Build();
        var read = Leaf.Parse(built.Bytes.Span);

        Assert.Equal("pos.buat", read.Kind.Name);
        Assert.Equal(Some.Act, read.Id);
        Assert.Equal(Some.Post, read.ActedOn);
        Assert.Equal("_____________________w", read.Previous.ToString());
        Assert.Equal(ActRole.Warga, read.By);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 7, 8, 9, TimeSpan.Zero), read.At);
        Assert.Equal(["actor", "body"], read.Commitments.Keys.Order());
        Assert.True(read.Clear.TryGet("nomor", out var number));
        Assert.Equal(7, number);
        Assert.All(builder.Openings, opening => Assert.True(read.IsOpenedBy(opening)));
        Assert.Equal(2, builder.Openings.Count);
    }

    [Fact]
    public void A_leaf_says_nothing_of_what_it_commits_to()
    {
        var leaf = Encoding.UTF8.GetString(Some.PostWritten().Build().Bytes.Span);
        Assert.DoesNotContain("Setuju", leaf, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_is_over_a_zero_byte_and_the_bytes()
    {
        var leaf = Some.PostWritten().Build();
        Assert.Equal(SHA256.HashData([0, .. leaf.Bytes.Span]), leaf.Hash());
    }
}
