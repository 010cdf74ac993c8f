using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>What FORMAT.md promises a sceptic: one record is checked with OpenSSL alone.</summary>
public sealed class OpensslTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openssl-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_signature_of_a_checkpoint()
    {
        var note = TileFolder.Of(300).Signed;
        // SPKI of an Ed25519 key (RFC 8410): a fixed beginning and the 32 bytes.
        byte[] spki = [.. Convert.FromHexString("302a300506032b6570032100"), .. TestSigner.Log.Key.PublicKey];
        var key = Write("key.der", spki);
        var signature = Write("signature", note.Signatures[0].Payload.ToArray());
        var body = Write("body", Some.Utf8(note.Text));
        Assert.Equal(0, Verify().Status);
        Write("body", LogEdgeTests.Flip(Some.Utf8(note.Text), note.Text.IndexOf("300", StringComparison.Ordinal)));
        Assert.Equal(1, Verify().Status);

        (int Status, string Output) Verify() =>
            Tool.Run(Tool.Openssl, "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", key, "-sigfile", signature, "-in", body);
    }

    [Fact]
    public void A_commitment()
    {
        var act = Some.PostWritten();
        var (leaf, opening) = (act.Build(), act.Openings[0]);
        byte[] message = [.. Some.Utf8($"buku/v1\n{leaf.Kind.Name}\n{opening.Label}\n{leaf.Id}\n"), .. opening.Content.Span];
        Assert.Equal(leaf.Commitments[opening.Label].ToString(), Mac(message));
        Assert.NotEqual(leaf.Commitments[opening.Label].ToString(), Mac(LogEdgeTests.Flip(message, message.Length - 1)));

        string Mac(byte[] bytes)
        {
            var (status, output) = Tool.Run(
                Tool.Openssl, "dgst", "-sha256", "-mac", "HMAC", "-macopt", $"hexkey:{Convert.ToHexStringLower(opening.Salt.Span)}", Write("message", bytes));
            Assert.Equal(0, status);
            return System.Buffers.Text.Base64Url.EncodeToString(Convert.FromHexString(output.Trim()[^64..]));
        }
    }

    [Fact]
    public void The_hash_of_a_leaf()
    {
        var leaf = Some.PostWritten().Build();
        var (_, output) = Tool.Run(Tool.Openssl, "dgst", "-sha256", Write("leaf", [0, .. leaf.Bytes.Span]));
        Assert.EndsWith(leaf.Hash().ToString(), output.Trim(), StringComparison.Ordinal);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
