using System.Net;
using Bungo.Forum.Ledger;
using Bungo.Forum.Ledger.Merkle;
using Bungo.Forum.Ledger.Notes;
using Bungo.Forum.Ledger.Proofs;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;
using Bungo.Forum.Verifier.Reporting;
using Bungo.Forum.Verifier.Signatures;
using Bungo.Forum.Verifier.Witnessing;
using Bungo.Forum.Web.Platform.Sequencing;
using Bungo.Forum.Web.Platform.Sequencing.Witnesses;

namespace Bungo.Forum.Web.Tests.Platform.Sequencing.Witnesses;

/// <summary>From "tercatat" to "disaksikan": the site and the institution's own program, over sockets.</summary>
public sealed class WitnessTests(TestPostgres postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_becomes_witnessed_and_stays_so_while_the_log_goes_on()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        Assert.False(await IsWitnessedAsync(site, 1));
        Assert.Contains(await FaultsAsync(site), f => f.Fault == VerifyFault.QuorumMissing);

        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.Equal(PushEnd.Cosigned, site.Push.Ends["lembaga"]);
        Assert.True(await IsWitnessedAsync(site, 1));
        Assert.Equal(2, site.Host.Files.Head()!.Value.Note.Signatures.Count);
        Assert.Empty(await FaultsAsync(site));

        // The next checkpoint has no cosignature yet; the act before is proven by the one that has.
        await site.ActAsync();
        Assert.Single(site.Host.Files.Head()!.Value.Note.Signatures);
        Assert.True(await IsWitnessedAsync(site, 1));
        Assert.False(await IsWitnessedAsync(site, 2));
        Assert.Empty(await FaultsAsync(site));

        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.True(await IsWitnessedAsync(site, 2));
        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.Equal(PushEnd.NoNews, site.Push.Ends["lembaga"]);
    }

    [Fact]
    public async Task A_witness_that_falls_behind_its_time_is_a_fault_of_the_package()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        await site.Push.RunAsync(site.Host.Now, Cancel);
        await site.Host.AdvanceAsync(TimeSpan.FromHours(48.5));
        await site.ActAsync();
        Assert.Contains(await FaultsAsync(site), f => f.Fault == VerifyFault.WitnessGap);
    }

    [Fact]
    public async Task A_witness_that_is_away_holds_nothing_up_and_is_caught_up_with()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        // It cosigned more than the log knows of: an answer was lost.
        await site.Push.RunAsync(site.Host.Now, Cancel);
        Directory.Delete(Path.Combine(site.Host.Folder, "kosignatur"), recursive: true);
        await site.ActAsync(300);
        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.Equal(PushEnd.Cosigned, site.Push.Ends["lembaga"]);
        Assert.Equal(site.Host.Files.Head()!.Value.Checkpoint.Head, site.Cosignatures.Standings().Single().Head);

        await site.StopWitnessAsync();
        await site.ActAsync();
        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.Equal(PushEnd.Unreachable, site.Push.Ends["lembaga"]);
        Assert.False(await IsWitnessedAsync(site, 302));
    }

    [Fact]
    public async Task A_witness_that_saw_another_log_is_heard()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync();
        site.Witness.Keep(new(site.Host.Files.Origin, new(1000, TreeHash.OfLeaf("lain"u8))));
        await site.Push.RunAsync(site.Host.Now, Cancel);
        Assert.Equal(PushEnd.Contradicts, site.Push.Ends["lembaga"]);
        Assert.Null(site.Cosignatures.Standings().Single().Head);
    }

    [Fact]
    public async Task A_witness_that_pulls_hands_its_line_in()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        await site.ActAsync(3);
        using var output = new StringWriter();
        Assert.Equal(VerifyCommand.Sound, WitnessCommand.Run([site.WitnessPlace, "--full"], output, output, site.Host.Clock));
        Assert.True(await IsWitnessedAsync(site, 3));
        Assert.Empty(await FaultsAsync(site));
        Assert.Equal(site.Host.Now, site.Cosignatures.Standings().Single().At);

        using var live = Package.Open(site.Host.Address + "buku/v1/");
        var report = PackageCheck.Run(live, Brought.Nothing, (_, _) => { });
        Assert.Empty(report.Findings.Told);
        Assert.Equal(report.Checkpoint!.Size, report.Witnessed!.Size);
    }

    [Fact]
    public async Task Nothing_is_taken_that_is_not_a_witness_s_line_over_this_log()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        var head = site.Host.Files.Head()!.Value.Checkpoint;
        var stranger = new BouncySigner(BouncySigner.Draw("lembaga.contoh.example/saksi", NoteAlgorithm.CosignatureV1));
        Assert.Equal(HttpStatusCode.Forbidden, await HandInAsync(site, Signed(head, stranger)));
        Assert.Equal(HttpStatusCode.BadRequest, await HandInAsync(site, "bukan"u8.ToArray()));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await HandInAsync(site, new byte[WitnessPush.LongestAnswer + 1]));
        foreach (var other in new[] { new TreeHead(head.Size, TreeHash.OfLeaf("lain"u8)), new(1, TreeHash.OfLeaf("lain"u8)), new(head.Size + 5, head.Root) })
            Assert.Equal(HttpStatusCode.Conflict, await HandInAsync(site, Signed(new(head.Origin, other), site.Witness.Signer)));
        Assert.Null(site.Host.Files.Witnessed());
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, Signed(head, site.Witness.Signer)));
        Assert.Equal(head, site.Host.Files.Witnessed()!.Value.Checkpoint);
        // An older one does not take its place.
        await site.ActAsync();
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, Signed(site.Host.Files.Head()!.Value.Checkpoint, site.Witness.Signer)));
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, Signed(head, site.Witness.Signer)));
        Assert.Equal(head.Size + 1, site.Host.Files.Witnessed()!.Value.Checkpoint.Size);
    }

    [Fact]
    public async Task What_a_stranger_writes_below_a_witness_s_line_goes_into_no_file_and_no_receipt()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        var (note, head) = site.Host.Files.Head()!.Value;
        var cosigned = note.With([NoteSignature.Cosign(head, site.Witness.Signer, ForumHost.Start)]);
        var strangers = Enumerable.Range(0, SignedNote.MostSignatures - 2)
            .Select(i => NoteSignature.Cosign(head, new BouncySigner(BouncySigner.Draw($"iklan.contoh.example/{i}", NoteAlgorithm.CosignatureV1)), ForumHost.Start));
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, cosigned.With(strangers).ToBytes()));
        Assert.Equal(cosigned.ToString(), site.Host.Files.Witnessed()!.Value.Note.ToString());
        Assert.True(await IsWitnessedAsync(site, 1));

        var file = Path.Combine(site.Host.Folder, "v1", LogFolder.WitnessedFile);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, cosigned.ToBytes()));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));

        // Each line of the witness's holds; the newest is the one that is kept.
        var later = NoteSignature.Cosign(head, site.Witness.Signer, ForumHost.Start.AddHours(1));
        Assert.Equal(HttpStatusCode.OK, await HandInAsync(site, cosigned.With([later]).ToBytes()));
        Assert.Equal(note.With([later]).ToString(), site.Host.Files.Witnessed()!.Value.Note.ToString());
    }

    [Fact]
    public async Task A_policy_that_is_none_stops_the_sequencer_and_not_the_readers()
    {
        await using var site = await new ASiteWithAWitness(postgres).OpenAsync(serves: false);
        await File.WriteAllTextAsync(Path.Combine(site.Host.Folder, LogFolder.WantedFile), "witness lembaga bukan-kunci\nquorum lembaga\n", Cancel);
        Assert.Equal(LogTrouble.PolicyUnreadable, (await Assert.ThrowsAsync<LogFaultException>(() => site.Host.NumberAsync())).Trouble);
        using var http = new HttpClient { BaseAddress = site.Host.Address };
        Assert.NotEmpty(await http.GetByteArrayAsync(new Uri("/buku/v1/checkpoint", UriKind.Relative), Cancel));
    }

    private static byte[] Signed(Checkpoint checkpoint, BouncySigner by) => SignedNote.Of(checkpoint.ToText(), NoteSignature.Cosign(checkpoint, by, ForumHost.Start)).ToBytes();

    private static async Task<HttpStatusCode> HandInAsync(ASiteWithAWitness site, byte[] note)
    {
        using var http = new HttpClient { BaseAddress = site.Host.Address };
        using var content = new ByteArrayContent(note);
        using var answer = await http.PostAsync(new Uri("/buku/v1/saksi", UriKind.Relative), content, Cancel);
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<Finding>> FaultsAsync(ASiteWithAWitness site) => (await site.CheckAsync()).Findings.Told;

    private static async Task<bool> IsWitnessedAsync(ASiteWithAWitness site, int record)
    {
        var act = (Guid)(await site.Host.AskAsync($"select act_id from ledger.entry where idx = {record}"))!;
        using var http = new HttpClient { BaseAddress = site.Host.Address };
        var receipt = Receipt.Parse(await http.GetByteArrayAsync(new Uri($"/buku/v1/tanda-terima/{ActId.From(act)}", UriKind.Relative), Cancel));
        var check = receipt.Check(ReceiptContent.Parse(receipt.Extra).Leaf.Hash(), site.Host.Files.Published, new BouncyVerifier());
        Assert.True(check.IsRecorded);
        Assert.Equal(record, receipt.Index);
        return check.Signatures.IsWitnessed;
    }
}
