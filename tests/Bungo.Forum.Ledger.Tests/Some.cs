using System.Text;

namespace Bungo.Forum.Ledger.Tests;

/// <summary>The situations the tests start from.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Instant = new(2026, 11, 24, 7, 8, 9, 950, TimeSpan.Zero);
    public static readonly ActId Act = ActId.Parse("AAECAwQFBgcICQoLDA0ODw");
    public static readonly ObjectId Post = ObjectId.Parse("EBESExQVFhcYGRobHB0eHw");
    public static readonly ObjectId Topic = ObjectId.Parse("ICEiIyQlJicoKSorLC0uLw");

    public static LeafBuilder PostWritten() => new LeafBuilder("pos.buat", Act, Post, ActRole.Warga, Instant)
        .Clear("utas", Topic)
        .Clear("nomor", 7)
        .Commit("body", "text/markdown", NormalizedText.Of("Setuju, asal bobotnya jelas."))
        .Commit("actor", "text/plain", NormalizedText.Of(ObjectId.New().ToString()));

    public static LeafBuilder Ballot() => new LeafBuilder("suara.beri", Act, Post, ActRole.Warga, Instant)
        .Clear("jajak", Topic)
        .Commit("pilihan", "text/plain", NormalizedText.Of(ObjectId.New().ToString()))
        .Commit("nul", "text/plain", NormalizedText.Of("n"));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static LedgerFormatException Refusal(Action read) => Assert.Throws<LedgerFormatException>(read);
}
