using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.Merkle;

/// <summary>The constants and the eight leaves that implementations of RFC 6962 are commonly held against.</summary>
public sealed class TreeHashTests
{
    private static readonly string[] ReferenceLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Fact]
    public void Nothing_and_the_empty_leaf_differ()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", TreeHash.OfNothing.ToString());
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", TreeHash.OfLeaf([]).ToString());
    }

    [Fact]
    public void Known_hashes_of_a_leaf_and_a_node()
    {
        Assert.Equal("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56", TreeHash.OfLeaf("L123456"u8).ToString());
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([1, .. TreeHash.OfLeaf("a"u8).ToArray(), .. TreeHash.OfLeaf("b"u8).ToArray()]));
        Assert.Equal(hash, TreeHash.OfNode(TreeHash.OfLeaf("a"u8), TreeHash.OfLeaf("b"u8)).ToString());
    }

    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Known_roots(int size, string root)
    {
        var edge = new TreeEdge();
        foreach (var leaf in ReferenceLeaves.Take(size)) edge.Append(TreeHash.OfLeaf(Convert.FromHexString(leaf)));
        Assert.Equal(root, edge.Root().ToString());
    }

    [Fact]
    public void A_leaf_longer_than_the_stack_holds_is_hashed_the_same_way()
    {
        var long_ = new byte[65_535];
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([0, .. long_])), TreeHash.OfLeaf(long_).ToString());
    }

    [Fact]
    public void The_edge_has_the_root_of_the_book_at_every_size()
    {
        var leaves = ByTheBook.Leaves(1100);
        var edge = new TreeEdge();
        Assert.Equal(TreeHash.OfNothing, edge.Root());
        for (var size = 1; size <= leaves.Length; size++)
        {
            edge.Append(leaves[size - 1]);
            Assert.Equal(ByTheBook.Root(leaves.AsSpan(0, size)), edge.Root());
        }
    }

    [Fact]
    public void Three_texts_of_one_hash()
    {
        var hash = TreeHash.OfLeaf([]);
        Assert.Equal(hash.ToArray(), Convert.FromBase64String(hash.ToBase64()));
        Assert.Equal(hash.ToArray(), System.Buffers.Text.Base64Url.DecodeFromChars(hash.ToBase64Url()));
        Assert.Equal(hash.ToArray(), Convert.FromHexString(hash.ToString()));
        Assert.Throws<ArgumentException>(() => new TreeHash(new byte[31]));
    }
}
