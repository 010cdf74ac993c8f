using System.Globalization;
using System.Text;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Domain.Answers;
using Bungo.Forum.Domain.Discussions;

namespace Bungo.Forum.Web.PublicActs;

/// <summary>
/// The office answered an input; one act for each, also when one answer serves many, so that what became of an input is
/// found at the input.
/// </summary>
/// <param name="Due">When the office's own term for it ended.</param>
public sealed record InputAnswered(AnsweredInput Answered, Post Input, Topic Topic, Account Signer, DateTimeOffset Due)
    : PublicAct(Answered.Turn == 1 ? "jawab.terbit" : "jawab.ubah", Answered.ObjectId, Signer.Role)
{
    public override bool IsFirst => Answered.Turn == 1;

    public override IEnumerable<Change> Changes => PostActs.PostAndCounts(Topic, Input);

    public override IReadOnlyDictionary<string, object> Clear => new Dictionary<string, object>
    {
        ["opd"] = OfficeCode.Of(Answered.Answer!.Office),
        ["pertanyaan"] = Input.ObjectId,
        ["utas"] = Topic.ObjectId,
        ["nomor"] = Input.Number,
        ["batas"] = Due,
        ["disposisi"] = Answered.Answer.Disposition.Code(),
    };

    public override IEnumerable<Committed> Commitments => [PostActs.Actor(Signer)];

    public override IEnumerable<Document> Documents => [new("naskah", "text/markdown", AnswerDocument.Of(Answered.Answer!))];
}

/// <summary>The author marked the answer as none; the office's list changes, and the ledger records the answer that follows.</summary>
public sealed record ObjectionRaised(Topic Topic, Post Input) : Act
{
    public override IEnumerable<Change> Changes => PostActs.PostAndCounts(Topic, Input);
}

/// <summary>An answer as the ledger keeps a digest of it: lines of facts, an empty one, the reason in Markdown.</summary>
public static class AnswerDocument
{
    /// <param name="answer">With the input it names as the same, if any.</param>
    public static byte[] Of(Answer answer)
    {
        var text = new StringBuilder();
        Line("disposisi", answer.Disposition.Code());
        Line("kantor", answer.Office);
        Line("penanda-tangan", answer.SignerName);
        Line("waktu", answer.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (answer.DuplicateOf is { } same) Line("ganda-dari", LedgerId.Of(same.ObjectId));
        return Encoding.UTF8.GetBytes(text.Append('\n').Append(answer.Reason).Append('\n').ToString());

        void Line(string name, string value) => text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
