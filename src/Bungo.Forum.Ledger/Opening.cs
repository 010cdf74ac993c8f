using System.Security.Cryptography;
using System.Text;

namespace Bungo.Forum.Ledger;

/// <summary>
/// What opens one commitment of one act: <c>{content, i, label, salt, type}</c>. Content is UTF-8 text; something
/// binary is committed to through a text that lists its digest. The media type tells how to show the content and
/// is not part of what is proven: the commitment is over the content's bytes alone.
/// </summary>
public sealed class Opening
{
    /// <exception cref="ArgumentException">A salt of another length than 32 bytes, a label or type outside its grammar, content that is not UTF-8.</exception>
    public Opening(ActId act, string label, string type, ReadOnlyMemory<byte> salt, ReadOnlyMemory<byte> content)
    {
        if (!CanonicalObject.IsKey(label)) throw new ArgumentException($"Not a label: {label}", nameof(label));
        if (!MediaType.IsValid(type)) throw new ArgumentException($"Not a media type: {type}", nameof(type));
        if (salt.Length != Commitment.SaltBytes) throw new ArgumentException($"A salt is exactly {Commitment.SaltBytes} bytes.", nameof(salt));
        if (!System.Text.Unicode.Utf8.IsValid(content.Span)) throw new ArgumentException("Content is UTF-8 text.", nameof(content));
        (Act, Label, Type, Salt, Content) = (act, label, type, salt, content);
    }

    public ActId Act { get; }
    public string Label { get; }
    public string Type { get; }
    public ReadOnlyMemory<byte> Salt { get; }
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Draws a fresh salt. One content committed to twice gives two commitments that nobody can link.</summary>
    public static Opening Seal(ActId act, string label, string type, NormalizedText content) =>
        new(act, label, type, RandomNumberGenerator.GetBytes(Commitment.SaltBytes), content.ToUtf8());

    public Commitment CommitAs(string kind) => Commitment.To(kind, Label, Act, Salt.Span, Content.Span);

    public byte[] ToBytes() => CanonicalJson.Write(new CanonicalObject(
    [
        new("i", Act.ToString()),
        new("label", Label),
        new("salt", Base64Text.Write(Salt.Span)),
        new("type", Type),
        new("content", Encoding.UTF8.GetString(Content.Span)),
    ]));

    /// <exception cref="LedgerFormatException">Not the canonical bytes of an opening.</exception>
    public static Opening Parse(ReadOnlySpan<byte> bytes)
    {
        var members = new ObjectReader("", CanonicalJson.Read(bytes));
        var act = ActId.From(members.Id("i"));
        var label = members.Label("label");
        var salt = members.Text("salt");
        var type = members.Text("type");
        var content = members.Text("content");
        members.End();
        var saltBytes = new byte[Commitment.SaltBytes];
        if (!Base64Text.TryRead(salt, saltBytes)) throw LedgerFormatException.AtPath(LedgerFault.SaltForm, "salt");
        if (!MediaType.IsValid(type)) throw LedgerFormatException.AtPath(LedgerFault.MediaTypeForm, "type", type);
        return new(act, label, type, saltBytes, Encoding.UTF8.GetBytes(content));
    }
}
