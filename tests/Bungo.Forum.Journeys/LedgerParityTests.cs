using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Ledger.Tiles;
using Bungo.Forum.Web.Features.Ledger;
using Bungo.Forum.Web.Features.Ledger.Checking;
using Bungo.Forum.Web.Platform.Assets;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;
using Microsoft.Playwright;

namespace Bungo.Forum.Journeys;

/// <summary>
/// Two programs read receipts, one in the browser and one in C#, written apart. Here both are given the same thousands of
/// good and spoilt things, and must say the same of each.
/// </summary>
public sealed class LedgerParityTests(RunningSite site)
{
    private const string Load = "const m = await import(file);";

    [Fact]
    public async Task Every_byte_of_a_receipt_spoilt_is_judged_alike_step_by_step()
    {
        var good = Encoding.UTF8.GetBytes(await site.AFullReceiptAsync("Mohon jadwalnya, \"segera\" 🙏."));
        var now = site.Of<PublishedLog>().Read()!;
        List<byte[]> files = [good, [], new byte[10]];
        foreach (var flip in (byte[])[1, 0x80])
        {
            for (var at = 0; at < good.Length; at++)
            {
                var spoilt = good.ToArray();
                spoilt[at] ^= flip;
                files.Add(spoilt);
            }
        }

        for (var length = 1; length < good.Length; length += 7) files.Add(good[..length]);
        var lines = Encoding.UTF8.GetString(good).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            files.Add(Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, at) => at != i))));
            files.Add(Encoding.UTF8.GetBytes(string.Join('\n', lines.SelectMany((line, at) => at == i ? [line, line] : new[] { line }))));
        }

        files.AddRange(OfExtras(lines));
        var page = await APageAsync();
        var told = await page.EvaluateAsync<string[]>($$"""
            async ([file, files, kinds, origin, keys, policy]) => {
              {{Load}}
              const trust = await m.readTrust(origin, keys, policy);
              const told = [];
              for (const base64 of files) {
                const { steps } = await m.examine(m.fromBase64(base64), JSON.parse(kinds), trust);
                told.push(steps.map(s => [s.code, s.verdict, s.fault ?? '', s.line ?? '', s.detail ?? ''].join('|')).join('\n'));
              }
              return told;
            }
            """, new object[] { Assets.Url("ledger.js"), files.Select(Convert.ToBase64String).ToArray(), CheckerData.Kinds, now.Checkpoint.Origin, now.Keys.ToString()!, now.Policy.ToString() });
        Assert.True(files.Count > 2_000, $"{files.Count} receipts");
        var honest = ReceiptExam.Run(good, now).Content!;
        var sound = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var examination = ReceiptExam.Run(files[i], now);
            if (examination.IsSound)
            {
                // Spoilt where nothing is proven: how to show the words, a signature of nobody's, a line twice.
                sound++;
                Assert.Equal(honest.Leaf.Hash(), examination.Content!.Leaf.Hash());
                Assert.Equal(honest.Openings.Select(WordsOf), examination.Content.Openings.Select(WordsOf));
            }

            var steps = string.Join('\n', examination.Steps.Select(s => $"{s.Code}|{s.Verdict.ToString().ToLowerInvariant()}|{s.Fault}|{s.Line}|{s.Detail}"));
            Assert.True(steps == told[i], $"receipt {i}:\n{steps}\n--- the browser says\n{told[i]}\n--- of\n{Encoding.UTF8.GetString(files[i])}");
        }

        Assert.InRange(sound, 1, files.Count / 20);
        await page.Context.CloseAsync();

        static string WordsOf(Opening opening) => opening.Label + Convert.ToHexString(opening.Salt.Span) + Convert.ToHexString(opening.Content.Span);
    }

    [Fact]
    public async Task Inclusion_proofs_of_trees_of_every_small_size_good_and_bad_are_judged_alike()
    {
        var leaves = Enumerable.Range(0, 66).Select(i => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes($"catatan {i}"))).ToList();
        var cases = new List<(string Leaf, long Index, long Size, string[] Hashes, string Root, ProofFault? Fault)>();
        for (var size = 1; size <= leaves.Count; size++)
        {
            var batch = LogEdge.Empty.Append(leaves.Take(size));
            var tree = new ProvingTree(size, new Held(batch.Files));
            for (var index = 0; index < size; index += 1 + (index / 8))
            {
                var proof = tree.Inclusion(index);
                foreach (var (i, s, hashes) in Variants(proof))
                {
                    var fault = new InclusionProof(i, s, hashes).Check(TreeHash.OfLeaf(leaves[index].Span), batch.Edge.Head.Root);
                    cases.Add((Convert.ToHexString(leaves[index].Span), i, s, [.. hashes.Select(h => h.ToBase64())], batch.Edge.Head.Root.ToBase64(), fault));
                }
            }
        }

        var page = await APageAsync();
        var told = await page.EvaluateAsync<string[]>($$"""
            async ([file, cases]) => {
              {{Load}}
              const told = [];
              for (const [hex, index, size, hashes, root] of JSON.parse(cases)) {
                const leaf = await m.leafHash(Uint8Array.from(hex.match(/../g), b => parseInt(b, 16)));
                told.push(await m.inclusionFault(leaf, BigInt(index), BigInt(size), hashes.map(m.fromBase64), m.fromBase64(root)) ?? '');
              }
              return told;
            }
            """, new object[] { Assets.Url("ledger.js"), JsonSerializer.Serialize(cases.Select(c => new object[] { c.Leaf, c.Index, c.Size, c.Hashes, c.Root })) });
        Assert.True(cases.Count > 3_000 && cases.Any(c => c.Fault is null), $"{cases.Count} proofs");
        Assert.Equal(cases.Select(c => Code(c.Fault)), told);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Canonical_JSON_is_read_alike_and_Ed25519_signatures_judged_alike()
    {
        var vectors = (await File.ReadAllLinesAsync(Path.Combine(Root(), "tests", "Bungo.Forum.Ledger.Tests", "vectors", "canonical.txt"), TestContext.Current.CancellationToken))
            .SelectMany(line => new[] { line, line.Trim(), "[" + line + "]" }).Distinct().Select(Encoding.UTF8.GetBytes).ToList();
        var signatures = new List<(byte[] Key, byte[] Message, byte[] Signature)>();
        using var secret = NSec.Cryptography.Key.Create(NSec.Cryptography.SignatureAlgorithm.Ed25519);
        var key = secret.PublicKey.Export(NSec.Cryptography.KeyBlobFormat.RawPublicKey);
        var message = RandomNumberGenerator.GetBytes(40);
        var signature = NSec.Cryptography.SignatureAlgorithm.Ed25519.Sign(secret, message);
        signatures.Add((key, message, signature));
        for (var at = 0; at < signature.Length; at++) signatures.Add((key, message, [.. signature.Select((b, i) => i == at ? (byte)(b ^ 1) : b)]));
        for (var at = 0; at < key.Length; at++) signatures.Add(([.. key.Select((b, i) => i == at ? (byte)(b ^ 1) : b)], message, signature));

        var page = await APageAsync();
        var told = await page.EvaluateAsync<bool[]>($$"""
            async ([file, texts, signatures]) => {
              {{Load}}
              const told = texts.map(text => m.readCanonical(m.fromBase64(text)) !== undefined);
              for (const [key, message, signature] of signatures) told.push(await m.ed25519(m.fromBase64(key), m.fromBase64(message), m.fromBase64(signature)));
              return told;
            }
            """, new object[]
        {
            Assets.Url("ledger.js"), vectors.Select(Convert.ToBase64String).ToArray(),
            signatures.Select(s => new[] { Convert.ToBase64String(s.Key), Convert.ToBase64String(s.Message), Convert.ToBase64String(s.Signature) }).ToArray(),
        });
        var verifier = new NSecVerifier();
        Assert.True(vectors.Count > 300);
        Assert.Equal([.. vectors.Select(IsCanonical), .. signatures.Select(s => verifier.Verify(s.Key, s.Message, s.Signature))], told);
        await page.Context.CloseAsync();
    }

    /// <summary>Entries that another program might take: the JSON within, changed character by character.</summary>
    private static IEnumerable<byte[]> OfExtras(string[] lines)
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(lines[1]["extra ".Length..]));
        for (var at = 0; at < json.Length; at++)
        {
            yield return With(json[..at] + json[(at + 1)..]);
            yield return With(json[..at] + (json[at] == '1' ? '2' : '1') + json[(at + 1)..]);
        }

        byte[] With(string extra) => Encoding.UTF8.GetBytes(string.Join('\n', [lines[0], "extra " + Convert.ToBase64String(Encoding.UTF8.GetBytes(extra)), .. lines[2..]]));
    }

    private static IEnumerable<(long Index, long Size, IReadOnlyList<TreeHash> Hashes)> Variants(InclusionProof proof)
    {
        yield return (proof.Index, proof.Size, proof.Hashes);
        yield return (proof.Index + 1, proof.Size, proof.Hashes);
        yield return (proof.Index, proof.Size + 1, proof.Hashes);
        yield return (proof.Index, Math.Max(0, proof.Size - 1), proof.Hashes);
        yield return (proof.Index, proof.Size, [.. proof.Hashes, TreeHash.OfNothing]);
        yield return (proof.Index, proof.Size, [.. proof.Hashes.Skip(1)]);
        yield return (proof.Index, proof.Size, [.. proof.Hashes.Reverse()]);
    }

    private static string Code(ProofFault? fault) => fault switch
    {
        null => "",
        ProofFault.IndexOutside => "nomor-di-luar",
        ProofFault.TooShort => "terlalu-pendek",
        ProofFault.TooLong => "terlalu-panjang",
        _ => "akar-beda",
    };

    private static bool IsCanonical(byte[] text)
    {
        try
        {
            CanonicalJson.Read(text);
            return true;
        }
        catch (LedgerFormatException)
        {
            return false;
        }
    }

    private async Task<IPage> APageAsync()
    {
        var page = await site.ABrowserAsync();
        await page.GotoAsync("/buku/periksa");
        return page;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bungo.Forum.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private sealed class Held(IReadOnlyList<TileFile> files) : ITileReader
    {
        public byte[]? Read(TilePath path) => files.FirstOrDefault(f => f.Path == path)?.Bytes.ToArray();
    }
}
