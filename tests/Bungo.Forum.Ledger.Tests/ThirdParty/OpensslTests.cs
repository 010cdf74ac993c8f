using System.Buffers.Binary;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Tests.Notes;
using Bungo.Forum.Ledger.Tests.Tiles;
using Bungo.Forum.Verifier.Signatures;

namespace Bungo.Forum.Ledger.Tests.ThirdParty;

/// <summary>What FORMAT.md promises a sceptic: one record is checked with OpenSSL alone.</summary>
public sealed class OpensslTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openssl-").FullName;
    private readonly Openssl _openssl;

    public OpensslTests() => _openssl = new(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_signature_of_a_checkpoint()
    {
        var note = TileFolder.Of(300).Signed;
        Assert.Equal(0, _openssl.Verify(TestSigner.Log.Key, note.Text, note.Signatures[0].Payload.Span));
        Assert.Equal(1, _openssl.Verify(TestSigner.Log.Key, note.Text.Replace("300", "301", StringComparison.Ordinal), note.Signatures[0].Payload.Span));
    }

    [Fact]
    public void The_cosignature_of_a_witness()
    {
        var checkpoint = TileFolder.Of(300).Checkpoint;
        var witness = new BouncySigner(BouncySigner.Draw("saksi.example.test", NoteAlgorithm.CosignatureV1));
        var payload = NoteSignature.Cosign(checkpoint, witness, Some.Instant).Payload;
        var time = BinaryPrimitives.ReadInt64BigEndian(payload.Span);
        Assert.Equal(Some.Instant.ToUnixTimeSeconds(), time);
        var text = $"cosignature/v1\ntime {time}\n{checkpoint.ToText()}";
        Assert.Equal(0, _openssl.Verify(witness.Key, text, payload.Span[sizeof(long)..]));
        Assert.Equal(1, _openssl.Verify(witness.Key, text.Replace("300", "301", StringComparison.Ordinal), payload.Span[sizeof(long)..]));
    }

    [Fact]
    public void A_commitment()
    {
        var act = Some.PostWritten();
        var (leaf, opening) = (act.Build(), act.Openings[0]);
        byte[] message = [.. Some.Utf8($"buku/v1\n{leaf.Kind.Name}\n{opening.Label}\n{leaf.Id}\n"), .. opening.Content.Span];
        Assert.Equal(leaf.Commitments[opening.Label].ToString(), _openssl.Mac(opening.Salt.Span, message));
        Assert.NotEqual(leaf.Commitments[opening.Label].ToString(), _openssl.Mac(opening.Salt.Span, LogEdgeTests.Flip(message, message.Length - 1)));
    }

    [Fact]
    public void The_hash_of_a_leaf()
    {
        var leaf = Some.PostWritten().Build();
        var (_, output) = Tool.Run(Tool.Openssl, "dgst", "-sha256", _openssl.Write("leaf", [0, .. leaf.Bytes.Span]));
        Assert.EndsWith(leaf.Hash().ToString(), output.Trim(), StringComparison.Ordinal);
    }
}
